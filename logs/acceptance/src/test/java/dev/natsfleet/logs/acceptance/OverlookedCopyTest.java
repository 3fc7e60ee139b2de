package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import io.nats.client.KeyValueManagement;
import io.nats.client.api.StreamState;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bucket is lost while one of two copies stalls; the other makes it anew. */
@Tag("server")
class OverlookedCopyTest {

  private static final String BUCKET = "LOGS_receivers";

  @TempDir Path directory;
  private Pipeline pipeline;
  private ReceiverProcess main;
  private ReceiverProcess second;
  private Path claim;

  @BeforeEach
  void start() throws Exception {
    pipeline = new Pipeline(directory);
    claim =
        Files.createDirectories(directory.resolve("second/out")).resolve(".natsfleet-out-%Y%m%d");
    Files.writeString(claim, "another\n");
    second = pipeline.receiving("second", "SHIPPER_COPY=second");
    second.awaitSaying("it belongs to the streams another");
    main = pipeline.receiving("main");
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldPurgeNothingThatTheOtherCopyNeeds() throws Exception {
    LogWriter app = pipeline.writer("app.log", 1);
    app.lines(1_000);
    main.check(ShipperProcess.HOST, app);

    // When
    pipeline.broker().ask(nats -> remove(nats.keyValueManagement()));
    Await.until(
        ReceiverProcess.PATIENCE,
        () -> isThere("position.0.main") && isThere("position.0.second"),
        () -> "not both have said again how far they are: " + second.log());
    app.lines(1_000);
    main.check(ShipperProcess.HOST, app);

    // Then
    assertThat(state().getFirstSequence()).isOne();
    Files.delete(claim);
    second.check(ShipperProcess.HOST, app);
    Await.until(
        ReceiverProcess.PATIENCE,
        () -> state().getMsgCount() <= 1,
        () -> "nobody purges: " + main.log());
  }

  private static String remove(KeyValueManagement buckets) throws Exception {
    buckets.delete(BUCKET);
    return BUCKET;
  }

  private boolean isThere(String key) throws Exception {
    return pipeline
        .broker()
        .ask(
            nats -> {
              var buckets = nats.keyValueManagement();
              return buckets.getBucketNames().contains(BUCKET)
                  && nats.keyValue(BUCKET).get(key) != null;
            });
  }

  private StreamState state() throws Exception {
    return pipeline
        .broker()
        .ask(nats -> nats.jetStreamManagement().getStreamInfo(Broker.STREAM).getStreamState());
  }
}
