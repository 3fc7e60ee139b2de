package dev.natsfleet.logs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.StreamConfiguration;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scenario 14: 50 MiB a second are written, the receiver gets one, the stream is full, and
 * logrotate deletes meanwhile.
 */
class SlowConsumerTest {

  private static final int MIB = 1 << 20;
  private static final int RATE = 50 * 1024; // lines of a kilobyte
  private static final int SECONDS = Strength.of("flood", 4, 300);
  private static final long STREAM = Strength.of("stream", 64, 512) * (long) MIB;
  private static final long WINDOW = 8L * MIB;

  @TempDir Path directory;
  private Pipeline pipeline;
  private Wire wire;
  private Receiving receiving;

  @BeforeEach
  void start() throws Exception {
    String spool = "SHIPPER_SPOOL=" + directory.resolve("spool");
    pipeline = new Pipeline(directory, spool, "SHIPPER_SPOOL_BYTES=20Gi", Gauges.LISTEN);
    pipeline.broker().ask(connection -> connection.jetStreamManagement().updateStream(small()));
    wire = new Wire(URI.create(pipeline.broker().url()).getPort(), MIB);
    String url = "NATS_URL=nats://127.0.0.1:" + wire.port();
    receiving = pipeline.receiving("slow", url);
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
    wire.close();
  }

  @Test
  void shouldKeepWhatLogrotateDeletesUntilASlowReceiverHasIt() throws Exception {
    Logrotate logrotate = new Logrotate(directory, pipeline.logs(), "rotate 1;nocreate");
    Flood flood = new Flood(pipeline.logs().resolve("app.log"), RATE);
    flood.write();
    awaitAccount(flood, 0); // a file that is rotated before the shipper runs is none of its logs
    for (int i = 0; i < SECONDS; i++) {
      for (int mebibytes = 0; mebibytes < 50; mebibytes++) {
        flood.write();
      }
      logrotate.rotate();
      assertThat(flood.file()).as("the log, rotated").doesNotExist();
      awaitAccount(flood, WINDOW);
    }

    // Then the lag is what was written and is not stored, to the byte when nothing flows
    awaitAccount(flood, 0);
    assertThat(pipeline.metric("all_lag_bytes"))
        .isGreaterThan((double) (flood.bytes() - STREAM - WINDOW));
    wire.rate(1000L * MIB);
    Duration patience = Duration.ofSeconds(60 + 10L * SECONDS);
    Await.until(
        patience,
        () -> receiving.size(Shipping.HOST) >= flood.bytes(),
        () -> "it does not catch up: " + receiving.log() + pipeline.said());
    flood.check(receiving.output(Shipping.HOST));
    Gauges.assertFlat(pipeline.shipper(), receiving.process());
    assertThat(pipeline.metric("all_lost_bytes_total")).isZero();
    Strength.held("14, back-pressure: %,d bytes in %d s".formatted(flood.bytes(), SECONDS));
  }

  /** Waits until lag and what is stored add up to what was written, give or take so much. */
  private void awaitAccount(Flood flood, long tolerance) throws Exception {
    Await.until(
        Pipeline.PATIENCE,
        () -> Math.abs(accounts() - flood.bytes()) <= tolerance,
        () -> "lag and stored do not add up to %d: %s".formatted(flood.bytes(), pipeline.said()));
  }

  private double accounts() throws Exception {
    return pipeline.metric("all_lag_bytes") + pipeline.metric("all_published_bytes_total");
  }

  private static StreamConfiguration small() {
    return StreamConfiguration.builder(Broker.stream())
        .maxBytes(STREAM)
        .discardPolicy(DiscardPolicy.New)
        .build();
  }
}
