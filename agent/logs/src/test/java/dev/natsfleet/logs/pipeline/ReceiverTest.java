package dev.natsfleet.logs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shipper, broker and receiver: scenarios 2, 9, 10, 11 and 12. A failure names the seed. */
class ReceiverTest {

  private static final String HOST = "web1.example.net";
  private static final int KILLS = 6;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  @TempDir Path directory;
  private Pipeline pipeline;
  private LogWriter app;
  private LogWriter other;

  @BeforeEach
  void start() throws Exception {
    pipeline = new Pipeline(directory);
    app = pipeline.writer("app.log", seed);
    other = pipeline.writer("other.log", seed + 1);
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldBeExactWhenTheReceiverIsKilled() throws Exception {
    Receiving receiving = receiving("one");
    for (int i = 0; i < KILLS; i++) {
      write();
      atSomeMoment();
      receiving.process().kill();
      write();
      receiving.restart();
    }
    check(receiving);
  }

  @Test
  void shouldBeExactWhenEverythingIsKilledAtOnce() throws Exception {
    Receiving receiving = receiving("one");
    write();
    atSomeMoment();

    receiving.process().kill();
    pipeline.broker().kill();
    pipeline.shipper().kill();
    pipeline.broker().start();
    receiving.restart();
    pipeline.restartShipper();
    write();

    check(receiving);
  }

  @Test
  void shouldGiveEachCopyEverythingAndPurgeWhatBothHave() throws Exception {
    // Given two copies
    Receiving one = receiving("one", "SHIPPER_COPY=one");
    Receiving two = receiving("two", "SHIPPER_COPY=two");
    app.lines(10);
    two.check(HOST, app);

    // When one of them is away for a while
    two.process().kill();
    write();
    check(one);
    two.restart();

    // Then it gets what it has missed, and the stream keeps no more than a shipper needs
    check(two);
    Await.until(
        Receiving.PATIENCE,
        () -> messages() == 1,
        () -> "both copies have everything, and the stream still has " + messages());
  }

  @Test
  void shouldStallOnAFullDiskAndGoOn() throws Exception {
    // Given a receiver that may not write files larger than 256 KiB
    Receiving receiving = receiving("one");
    app.lines(10);
    receiving.check(HOST, app);
    limitFiles(receiving, "262144");
    app.lines(10_000);
    Await.until(
        Receiving.PATIENCE,
        () -> receiving.log().contains("stalled; the position is kept"),
        () -> "it does not stall: " + receiving.log());

    // When there is room again
    limitFiles(receiving, "unlimited");
    app.lines(10);

    // Then
    receiving.check(HOST, app);
  }

  @Test
  void shouldPutHugeLinesAndGarbageTogetherExactly() throws Exception {
    Receiving receiving = receiving("one");
    app.lines(10);
    app.bytes(new byte[5_000_000]);
    byte[] garbage = new byte[200_000];
    random.nextBytes(garbage);
    app.bytes(garbage);
    app.bytes("\r\n\r\n\n\nlone\rreturn\nno end".getBytes(StandardCharsets.US_ASCII));

    receiving.check(HOST, app);
  }

  @Test
  void shouldHandPartitionsOnWithoutMixingOwners() throws Exception {
    // Given two receivers that share state and files
    String[] shared = {
      "SHIPPER_OWNERSHIP=elastic",
      "SHIPPER_DIRECTORY=" + directory.resolve("shared/out"),
      "SHIPPER_STATE=" + directory.resolve("shared/state")
    };
    Receiving first = receiving("first", shared);
    write();
    check(first);
    Receiving second = receiving("second", shared);

    // When the owner is stopped for longer than its lease, in the midst of lines
    write();
    signal(first, "STOP");
    write();
    check(second);
    signal(first, "CONT");
    write();

    // Then what it still wrote is nowhere to be seen
    check(second);
    second.process().terminate();
    write();
    check(first);
  }

  @Test
  void shouldTakeLinesOfAShipperThatKnowsNoHeaders() throws Exception {
    Receiving receiving = receiving("one");
    pipeline
        .broker()
        .ask(
            connection -> {
              connection.jetStream().publish("shipper.p0.Old.host", bytes("first"));
              connection.jetStream().publish("shipper.p0.Old.host", bytes(""));
              connection.jetStream().publish("shipper.p0.a/b", bytes("refused"));
              return connection.jetStream().publish("shipper.p0.Old.host", bytes("last"));
            });

    Await.until(
        Receiving.PATIENCE,
        () -> receiving.received("Old.host").length >= 12,
        () -> "the lines do not come: " + receiving.log());
    assertThat(receiving.received("Old.host")).isEqualTo(bytes("first\n\nlast\n"));
    assertThat(directory.resolve("one/out/a")).doesNotExist();
    assertThat(receiving.log()).contains("refusing lines of a host with an illegal name");
  }

  private Receiving receiving(String name, String... settings) throws IOException {
    Path home = Files.createDirectories(directory.resolve(name));
    Receiving receiving = new Receiving(pipeline.broker(), home, settings);
    pipeline.alsoClose(receiving::close);
    return receiving;
  }

  private long messages() {
    try {
      return pipeline
          .broker()
          .ask(
              connection ->
                  connection
                      .jetStreamManagement()
                      .getStreamInfo(Broker.STREAM)
                      .getStreamState()
                      .getMsgCount());
    } catch (Exception e) {
      throw new AssertionError("the stream cannot be asked", e);
    }
  }

  private void write() throws Exception {
    app.lines(4_000);
    other.lines(2_000);
  }

  private void check(Receiving receiving) throws Exception {
    try {
      receiving.check(HOST, app, other);
    } catch (AssertionError e) {
      throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
    }
  }

  private void atSomeMoment() {
    LockSupport.parkNanos(random.nextInt(1_500) * 1_000_000L);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void signal(Receiving receiving, String signal) throws Exception {
    run("kill", "-" + signal, Long.toString(receiving.process().pid()));
  }

  private static void limitFiles(Receiving receiving, String bytes) throws Exception {
    run("prlimit", "--fsize=" + bytes + ":", "--pid=" + receiving.process().pid());
  }

  private static void run(String... command) throws Exception {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
        .as("%s", String.join(" ", command))
        .isZero();
  }
}
