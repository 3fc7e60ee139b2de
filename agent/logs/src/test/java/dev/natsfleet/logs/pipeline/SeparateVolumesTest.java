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
    List<String> written = lines(app.written());
    List<String> first = new ArrayList<>(written.subList(0, LINES));
    first.addAll(written.subList(2 * LINES, 3 * LINES));
    assertThat(lines(one.received(Shipping.HOST))).isEqualTo(first);
    assertThat(lines(two.received(Shipping.HOST))).isEqualTo(written.subList(LINES, 2 * LINES));
    assertThat(one.log()).contains("another receiver has gone on elsewhere");
  }

  private void take(Receiving receiving) throws Exception {
    app.lines(LINES);
    String last = lines(app.written()).getLast();
    Await.until(Receiving.PATIENCE, () -> receiving.contains(Shipping.HOST, last), receiving::log);
    receiving.process().terminate();
  }

  private static List<String> lines(byte[] text) {
    return new String(text, StandardCharsets.ISO_8859_1).lines().toList();
  }
}
