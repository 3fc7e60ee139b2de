package dev.natsfleet.logs.pipeline;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bucket with positions and leases goes away while receivers run. */
class BucketLostTest {

  private static final String BUCKET = "LOGS_receivers";

  @TempDir Path directory;

  @Test
  void shouldMakeItAnewAndGoOn() throws Exception {
    try (Journey journey = new Journey(directory, "SHIPPER_OWNERSHIP=elastic")) {
      LogWriter app = journey.writer("app.log");
      app.lines(1_000);
      journey.check(app);

      // When
      Broker broker = journey.pipeline().broker();
      broker.ask(
          connection -> {
            connection.keyValueManagement().delete(BUCKET);
            return BUCKET;
          });
      journey.receiving().awaitSaying("leases cannot be renewed now");

      // Then
      Await.until(
          Receiving.PATIENCE,
          () -> broker.ask(nats -> nats.keyValueManagement().getBucketNames().contains(BUCKET)),
          () -> "it does not come back: " + journey.receiving().log());
      app.lines(1_000);
      journey.check(app);
    }
  }
}
