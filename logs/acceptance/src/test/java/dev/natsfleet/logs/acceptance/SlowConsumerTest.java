package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.StreamConfiguration;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scenario 14: 50 MiB a second are written, the receiver gets one, the stream is full, and
 * logrotate deletes meanwhile.
 */
@Tag("server")
class SlowConsumerTest {

  private static final int MIB = 1 << 20;
  private static final int RATE = 50 * 1024; // lines of a kilobyte
  private static final int SECONDS = ScenarioStrength.of("flood", 4, 300);
  private static final long STREAM = ScenarioStrength.of("stream", 64, 512) * (long) MIB;
  private static final long WINDOW = 8L * MIB;

  @TempDir Path directory;
  private Pipeline pipeline;
  private TcpProxy tcpProxy;
  private ReceiverProcess receiverProcess;
  private String seen = "";

  @BeforeEach
  void start() throws Exception {
    String spool = "SHIPPER_SPOOL=" + directory.resolve("spool");
    pipeline = new Pipeline(directory, spool, "SHIPPER_SPOOL_BYTES=20Gi", ProgramGauges.LISTEN);
    pipeline.broker().ask(connection -> connection.jetStreamManagement().updateStream(small()));
    tcpProxy = new TcpProxy(URI.create(pipeline.broker().url()).getPort(), MIB);
    String url = "NATS_URL=nats://" + Broker.USER_INFO + "127.0.0.1:" + tcpProxy.port();
    receiverProcess = pipeline.receiving("slow", url);
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
    tcpProxy.close();
  }

  @Test
  void shouldKeepWhatLogrotateDeletesUntilASlowReceiverHasIt() throws Exception {
    Logrotate logrotate = new Logrotate(directory, pipeline.logs(), "rotate 1;nocreate");
    LineFlood lineFlood = new LineFlood(pipeline.logs().resolve("app.log"), RATE);
    lineFlood.write();
    awaitAudit(lineFlood, 0); // a file that is rotated before the shipper runs is none of its logs
    for (int i = 0; i < SECONDS; i++) {
      for (int mebibytes = 0; mebibytes < 50; mebibytes++) {
        lineFlood.write();
      }
      logrotate.rotate();
      assertThat(lineFlood.file()).as("the log, rotated").doesNotExist();
      awaitAudit(lineFlood, WINDOW);
    }

    // Then the lag is what was written and is not stored, to the byte when nothing flows
    awaitAudit(lineFlood, 0);
    assertThat(pipeline.metric("all_lag_bytes"))
        .isGreaterThan((double) (lineFlood.bytes() - STREAM - WINDOW));
    tcpProxy.rate(1000L * MIB);
    Duration patience = Duration.ofSeconds(60 + 10L * SECONDS);
    Await.until(
        patience,
        () -> receiverProcess.size(ShipperProcess.HOST) >= lineFlood.bytes(),
        () -> "it does not catch up: " + receiverProcess.log() + pipeline.said());
    lineFlood.check(receiverProcess.output(ShipperProcess.HOST));
    ProgramGauges.assertFlat(pipeline.shipper(), receiverProcess.process());
    assertThat(pipeline.metric("all_lost_bytes_total")).isZero();
    ScenarioStrength.held(
        "14, back-pressure: %,d bytes in %d s".formatted(lineFlood.bytes(), SECONDS));
  }

  /** Waits until lag and what is stored add up to what was written, give or take so much. */
  private void awaitAudit(LineFlood lineFlood, long tolerance) throws Exception {
    Await.until(
        Pipeline.PATIENCE,
        () -> Math.abs(audited() - lineFlood.bytes()) <= tolerance,
        () ->
            "lag and stored are %s and do not add up to %d: %s"
                .formatted(seen, lineFlood.bytes(), pipeline.said()));
  }

  private double audited() throws Exception {
    double lag = pipeline.metric("all_lag_bytes");
    double stored = pipeline.metric("all_published_bytes_total");
    seen = "%.0f + %.0f".formatted(lag, stored);
    return lag + stored;
  }

  private static StreamConfiguration small() {
    return StreamConfiguration.builder(Broker.stream())
        .maxBytes(STREAM)
        .discardPolicy(DiscardPolicy.New)
        .build();
  }
}
