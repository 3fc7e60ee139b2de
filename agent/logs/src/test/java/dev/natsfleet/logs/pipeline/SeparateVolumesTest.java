package dev.natsfleet.logs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers that share a partition by leases, each with a volume of its own. */
class SeparateVolumesTest {

  private static final int LINES = 5_000;

  @TempDir Path directory;
  private Pipeline pipeline;
  private LogWriter app;

  @BeforeEach
  void start() throws Exception {
    pipeline = new Pipeline(directory);
    app = pipeline.writer("app.log", 1);
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldWriteEachLineToOneOfThem() throws Exception {
    // When the partition goes from one to two and back
    Receiving one = pipeline.receiving("one", "SHIPPER_OWNERSHIP=elastic");
    take(one);
    Receiving two = pipeline.receiving("two", "SHIPPER_OWNERSHIP=elastic");
    take(two);
    one.restart();
    take(one);

    // Then
    assertThat(runs(one)).containsExactly("0 to 4999", "10000 to 14999");
    assertThat(runs(two)).containsExactly("5000 to 9999");
    assertThat(one.log()).contains("the copy is further on than what is here");
  }

  private void take(Receiving receiving) throws Exception {
    app.lines(LINES);
    Await.until(
        Receiving.PATIENCE,
        () -> receiving.contains(Shipping.HOST, app.lastLine()),
        receiving::log);
    receiving.process().terminate();
  }

  /** Numbers of the lines that a receiver has, those that follow each other together. */
  private static List<String> runs(Receiving receiving) throws Exception {
    byte[] all = receiving.received(Shipping.HOST);
    List<String> runs = new ArrayList<>();
    int first = 0;
    int next = -1;
    for (String line : new String(all, StandardCharsets.ISO_8859_1).lines().toList()) {
      int number = Integer.parseInt(line.split(" ", 3)[1]);
      if (number != next) {
        runs.add(first + " to " + (next - 1));
        first = number;
      }
      next = number + 1;
    }
    runs.add(first + " to " + (next - 1));
    return runs.subList(1, runs.size());
  }
}
