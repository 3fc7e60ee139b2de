package dev.natsfleet.logs.acceptance;

import dev.natsfleet.local.servers.Await;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shipper is stopped while a broker that is not gone acknowledges nothing. */
@Tag("server")
class StopWithoutBrokerTest {

  @TempDir Path directory;

  @Test
  void shouldNotWaitAsLongAsForAnAcknowledgement() throws Exception {
    Pipeline pipeline = new Pipeline(directory, "SHIPPER_ACK_WAIT=1h");
    try {
      LogWriter app = pipeline.writer("app.log", 1);
      app.lines(100);
      pipeline.check(app);
      pipeline.broker().pause();
      app.lines(5_000);

      pipeline.shipper().signal("TERM");

      Await.until(
          Pipeline.PATIENCE,
          () -> !pipeline.shipper().isAlive(),
          () -> "the shipper still waits: " + pipeline.said());
    } finally {
      pipeline.close();
    }
  }
}
