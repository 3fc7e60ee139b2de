package dev.natsfleet.logs.acceptance;

import dev.natsfleet.local.servers.Await;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bucket with positions and leases goes away while receivers run. */
@Tag("server")
class BucketLostTest {

  private static final String BUCKET = "LOGS_receivers";

  @TempDir Path directory;

  @Test
  void shouldMakeItAnewAndGoOn() throws Exception {
    try (PipelineRun pipelineRun = new PipelineRun(directory, "SHIPPER_OWNERSHIP=elastic")) {
      LogWriter app = pipelineRun.writer("app.log");
      app.lines(1_000);
      pipelineRun.check(app);

      // When
      Broker broker = pipelineRun.pipeline().broker();
      broker.ask(
          connection -> {
            connection.keyValueManagement().delete(BUCKET);
            return BUCKET;
          });
      pipelineRun.receiving().awaitSaying("leases cannot be renewed now");

      // Then
      Await.until(
          ReceiverProcess.PATIENCE,
          () -> broker.ask(nats -> nats.keyValueManagement().getBucketNames().contains(BUCKET)),
          () -> "it does not come back: " + pipelineRun.receiving().log());
      app.lines(1_000);
      pipelineRun.check(app);
    }
  }
}
