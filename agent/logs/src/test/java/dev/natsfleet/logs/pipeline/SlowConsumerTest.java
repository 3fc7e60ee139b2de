package dev.natsfleet.logs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.StreamConfiguration;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenario 14: a receiver at 1 MiB a second, a full stream, and logrotate deletes meanwhile. */
class SlowConsumerTest {

  private static final int MIB = 1 << 20;

  @TempDir Path directory;

  @Test
  void shouldKeepWhatLogrotateDeletesUntilASlowReceiverHasIt() throws Exception {
    String spool = "SHIPPER_SPOOL=" + directory.resolve("spool");
    Pipeline pipeline = new Pipeline(directory, spool, Gauges.LISTEN);
    pipeline.broker().ask(connection -> connection.jetStreamManagement().updateStream(small()));
    LogWriter app = pipeline.writer("app.log", 1);
    Logrotate logrotate = new Logrotate(directory, pipeline.logs(), "rotate 1;nocreate");
    try (Wire throttle = new Wire(URI.create(pipeline.broker().url()).getPort(), MIB)) {
      String url = "NATS_URL=nats://127.0.0.1:" + throttle.port();
      Receiving receiving = new Receiving(pipeline.broker(), directory.resolve("slow"), url);
      pipeline.alsoClose(receiving::close);

      // When 24 MiB are written within moments, and most of the files are deleted
      for (int i = 0; i < 6; i++) {
        app.lines(33_000);
        String generations = String.valueOf(i + 1);
        Await.until(
            Pipeline.PATIENCE,
            () -> pipeline.metric("all_lag_bytes") > 0,
            () -> "no lag in generation " + generations);
        logrotate.rotate();
      }
      app.lines(10);

      // Then the lag is what was written and is not stored, and memory stays what it was
      Await.until(
          Duration.ofSeconds(10),
          () -> accounts(pipeline) == app.written().length,
          () -> "lag and what is stored do not add up to " + app.written().length);
      assertThat(pipeline.metric("all_lag_bytes")).isGreaterThan(4 * MIB);
      throttle.rate(1000L * MIB);
      receiving.check(Journey.HOST, app);
      assertThat(Gauges.residentMiB(pipeline.shipper())).as("MiB resident").isLessThan(128);
    } finally {
      pipeline.close();
    }
  }

  private static long accounts(Pipeline pipeline) throws Exception {
    return (long) (pipeline.metric("all_lag_bytes") + pipeline.metric("all_stored_bytes_total"));
  }

  private static StreamConfiguration small() {
    return StreamConfiguration.builder(Broker.stream())
        .maxBytes(8 * MIB)
        .discardPolicy(DiscardPolicy.New)
        .build();
  }
}
