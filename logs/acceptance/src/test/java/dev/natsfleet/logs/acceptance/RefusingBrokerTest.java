package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import io.nats.client.api.StreamConfiguration;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stream that takes nothing of what is sent. */
@Tag("server")
class RefusingBrokerTest {

  private static final int UNCONFIRMED = 6;
  private static final long PAUSES_BETWEEN = (200 + 400 + 800 + 1_600) * 1_000_000L;

  @TempDir Path directory;
  private Pipeline pipeline;

  @BeforeEach
  void start() throws Exception {
    pipeline = new Pipeline(directory, "SHIPPER_LISTEN=127.0.0.1:0");
    resize(4);
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldAskEverMoreSeldomAndGoOnWhenItIsMended() throws Exception {
    // When
    LogWriter app = pipeline.writer("app.log", 1);
    app.lines(100);
    awaitUnconfirmed(1);
    long first = System.nanoTime();
    awaitUnconfirmed(UNCONFIRMED);

    // Then
    assertThat(System.nanoTime() - first).isGreaterThan(PAUSES_BETWEEN);
    resize(-1);
    pipeline.check(app);
  }

  private void awaitUnconfirmed(int count) throws Exception {
    Await.until(
        Pipeline.PATIENCE,
        () -> pipeline.metric("unconfirmed_sessions_total") >= count,
        () -> "there are fewer: " + pipeline.said());
  }

  private void resize(int bytes) throws Exception {
    StreamConfiguration changed =
        StreamConfiguration.builder(Broker.stream()).maximumMessageSize(bytes).build();
    pipeline.broker().ask(connection -> connection.jetStreamManagement().updateStream(changed));
  }
}
