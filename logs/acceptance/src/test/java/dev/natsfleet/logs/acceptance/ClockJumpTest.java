package dev.natsfleet.logs.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenario 13: the clocks of both programs jump while they run. */
@Tag("server")
class ClockJumpTest {

  private static final Duration DAY = Duration.ofDays(1);
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  @TempDir Path directory;
  private FakeClock there;
  private FakeClock here;
  private Pipeline pipeline;
  private LogWriter app;

  @BeforeEach
  void start() throws Exception {
    there = new FakeClock(directory.resolve("there"));
    here = new FakeClock(directory.resolve("here"));
    pipeline = new Pipeline(directory, there.settings());
    app = pipeline.writer("app.log", 1);
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldKeepTheOrderAndGoOnWhenTheShippersClockJumps() throws Exception {
    ReceiverProcess receiverProcess = pipeline.receiving("one");
    for (int i = 0; i < 4; i++) {
      app.lines(2_000);
      receiverProcess.check(ShipperProcess.HOST, app);
      there.jump(i % 2 == 0 ? DAY : DAY.negated());
      app.lines(2_000);
      Files.move(app.file(), app.file().resolveSibling("app.log." + (9 - i)));
      app.lines(2_000);
      if (i > 1) {
        pipeline.shipper().kill();
        there.jump(DAY.multipliedBy(i % 2 == 0 ? -2 : 2));
        app.lines(2_000);
        pipeline.restartShipper();
      }
    }
    receiverProcess.check(ShipperProcess.HOST, app);
  }

  @Test
  void shouldRotateOnceAndDeleteNothingYoungWhenTheReceiversClockJumps() throws Exception {
    here.set(today.atTime(12, 0).toInstant(ZoneOffset.UTC));
    OutputPeriods outputPeriods = receive("UTC", "1d", "SHIPPER_OUTPUT=%Y%m%d", "SHIPPER_KEEP=3d");
    String[] one = {day(0)};
    String[] two = {day(0) + ".gz", day(1)};
    line(outputPeriods, one);

    // When it is tomorrow, today, yesterday, and tomorrow again
    here.jump(DAY);
    line(outputPeriods, two);
    here.jump(DAY.negated());
    line(outputPeriods, two);
    here.jump(DAY.negated());
    outputPeriods.receiverProcess().process().kill();
    outputPeriods.receiverProcess().restart();
    line(outputPeriods, two);
    here.jump(DAY.multipliedBy(2));
    line(outputPeriods, two);

    // Then what is too old goes in the end, and nothing went before
    here.jump(DAY.multipliedBy(4));
    app.lines(1);
    outputPeriods.awaitOnly(day(5));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-24T23:30:00Z, 2026102501 2026102502 2026102502 2026102503",
    "2026-03-29T00:30:00Z, 2026032901 2026032903 2026032904"
  })
  void shouldRotateOncePerHourOverTheChangeOfSummerTime(Instant start, String hours)
      throws Exception {
    here.set(start);
    OutputPeriods outputPeriods =
        receive("Europe/Berlin", "1h", "SHIPPER_OUTPUT=%Y%m%d%H", "SHIPPER_KEEP=0s");
    List<String> names = new ArrayList<>();
    for (String hour : hours.split(" ", -1)) {
      if (!names.contains(hour)) {
        names.replaceAll(name -> name.endsWith(".gz") ? name : name + ".gz");
        names.add(hour);
      }
      line(outputPeriods, names.toArray(String[]::new));
      here.jump(Duration.ofHours(1));
    }
  }

  private OutputPeriods receive(String zone, String every, String... more) throws Exception {
    List<String> settings = new ArrayList<>(List.of(here.settings(more)));
    settings.add("TZ=" + zone);
    settings.add("SHIPPER_ROTATE_EVERY=" + every);
    settings.add("SHIPPER_COMPRESS=gzip");
    return new OutputPeriods(
        pipeline.receiving("one", settings.toArray(String[]::new)), ShipperProcess.HOST);
  }

  private void line(OutputPeriods outputPeriods, String... names) throws Exception {
    app.lines(1);
    outputPeriods.await(app, names);
  }

  private String day(int later) {
    return today.plusDays(later).format(DateTimeFormatter.BASIC_ISO_DATE);
  }
}
