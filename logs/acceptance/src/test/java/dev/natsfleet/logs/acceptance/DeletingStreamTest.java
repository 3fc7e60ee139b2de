package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import io.nats.client.api.StreamConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody gives the stream a limit by which it deletes what nobody has read. */
@Tag("server")
class DeletingStreamTest {

  private static final long LONG_ENOUGH_TO_SEND = Duration.ofSeconds(2).toNanos();

  @TempDir Path directory;
  private Pipeline pipeline;

  @BeforeEach
  void start() throws Exception {
    pipeline = new Pipeline(directory, ProgramGauges.LISTEN);
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldHoldTheShipperBackUntilItIsMended() throws Exception {
    // Given a shipper that has seen the limit, which it asks for once a second
    limit(10);
    Await.until(
        ReceiverProcess.PATIENCE,
        () -> pipeline.said().contains("LOGS_0: max_msgs=10"),
        pipeline::said);

    awaitHealth(503);

    // When
    LogWriter app = pipeline.writer("app.log", 1);
    app.lines(105);
    LockSupport.parkNanos(LONG_ENOUGH_TO_SEND);
    assertThat(messages()).isZero();
    limit(-1);

    // Then
    pipeline.check(app);
    awaitHealth(200);
  }

  private void awaitHealth(int status) throws Exception {
    Await.until(
        ReceiverProcess.PATIENCE,
        () -> ProgramGauges.health(pipeline.said()) == status,
        pipeline::said);
  }

  private long messages() throws Exception {
    return pipeline
        .broker()
        .ask(nats -> nats.jetStreamManagement().getStreamInfo(Broker.STREAM).getStreamState())
        .getMsgCount();
  }

  private void limit(long messages) throws Exception {
    StreamConfiguration changed =
        StreamConfiguration.builder(Broker.stream()).maxMessages(messages).build();
    pipeline.broker().ask(connection -> connection.jetStreamManagement().updateStream(changed));
  }
}
