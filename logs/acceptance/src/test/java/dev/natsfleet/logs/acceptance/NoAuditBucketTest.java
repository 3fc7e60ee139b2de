package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import io.nats.client.Options;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shipper that may not write the bucket of audits, and one that has no such bucket. */
@Tag("server")
class NoAuditBucketTest {

  private static final String USERS =
      """
      authorization {
        users = [
          {user: receiver, password: hunter-2r}
          {user: shipper, password: hunter-2s, permissions: {publish: {deny: "$KV.>"}}}
        ]
      }
      """;

  @TempDir Path directory;
  private Pipeline pipeline;

  @BeforeEach
  void start() throws Exception {
    Broker broker =
        new Broker(
            directory.resolve("nats"),
            url -> new Options.Builder().server(url).userInfo("receiver", "hunter-2r"),
            USERS);
    pipeline = new Pipeline(directory, broker, "NATS_URL=" + url(broker, "shipper:hunter-2s"));
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldShipOnAndSayOnceThatTheBucketIsClosed() throws Exception {
    // Given
    ReceiverProcess receiverProcess =
        pipeline.receiving(
            "one",
            ProgramGauges.LISTEN,
            "NATS_URL=" + url(pipeline.broker(), "receiver:hunter-2r"));
    LogWriter app = pipeline.writer("app.log", 1);
    app.lines(100);

    // When
    Await.until(
        Pipeline.PATIENCE, () -> told() > 0, () -> "it does not say so: " + pipeline.said());
    app.lines(100);

    // Then
    receiverProcess.check(ShipperProcess.HOST, app);
    Await.until(
        Pipeline.PATIENCE,
        () -> MetricReadings.of(receiverProcess).of("host_written_lines_total") == 200,
        () -> "not all lines count as written: " + receiverProcess.log());
    assertThat(MetricReadings.of(receiverProcess).of("host_missing_bytes")).isEqualTo(-1);
    assertThat(told()).isOne();
  }

  private static String url(Broker broker, String user) {
    return broker.url().replace("//", "//" + user + "@");
  }

  private int told() {
    return pipeline.said().split("audit is not stored", -1).length - 1;
  }
}
