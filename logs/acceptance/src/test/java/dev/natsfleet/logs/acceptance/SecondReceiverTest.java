package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import io.nats.client.Connection;
import io.nats.client.api.KeyValueEntry;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two receivers with the same environment, each with a directory of its own. */
@Tag("server")
class SecondReceiverTest {

  private static final String BUCKET = "LOGS_receivers";
  private static final String OWNER = "owner.main.0";

  @TempDir Path directory;
  private Pipeline pipeline;

  @BeforeEach
  void start() throws Exception {
    pipeline = new Pipeline(directory);
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldRefuseASecondReceiverOfACopyEvenWhileTheFirstIsDown() throws Exception {
    // Given a receiver that goes away
    LogWriter app = pipeline.writer("app.log", 1);
    app.lines(10);
    ReceiverProcess first = pipeline.receiving("one");
    first.check(ShipperProcess.HOST, app);
    first.process().kill();

    // When another one comes, without a copy of its own and with one
    app.lines(100);
    ReceiverProcess second = pipeline.receiving("two");
    second.awaitSaying("copy main of partition 0 belongs to the receiver with the state one:");
    pipeline.receiving("three", "SHIPPER_COPY=second").check(ShipperProcess.HOST, app);

    // Then nothing is missing in the first
    assertThat(second.received(ShipperProcess.HOST)).isEmpty();
    first.restart();
    first.check(ShipperProcess.HOST, app);
  }

  @Test
  void shouldRefuseASecondReceiverAfterTheOwnersKeyWasDeleted() throws Exception {
    // Given a receiver whose directory is gone for good, and its key is deleted as it says
    LogWriter app = pipeline.writer("app.log", 1);
    app.lines(10);
    ReceiverProcess gone = pipeline.receiving("gone");
    gone.check(ShipperProcess.HOST, app);
    gone.process().kill();
    pipeline.broker().ask(SecondReceiverTest::deleteOwner);

    // When two take its place
    pipeline.receiving("one").awaitSaying("a partition is ours");
    Await.until(ReceiverProcess.PATIENCE, () -> isOwned("one"), () -> "nobody claims the copy");
    ReceiverProcess second = pipeline.receiving("two");

    // Then
    second.awaitSaying("copy main of partition 0 belongs to the receiver with the state one:");
    assertThat(second.received(ShipperProcess.HOST)).isEmpty();
  }

  @Test
  void shouldStopWhenAnotherReceiverHasTakenTheCopyMeanwhile() throws Exception {
    // Given
    LogWriter app = pipeline.writer("app.log", 1);
    app.lines(10);
    ReceiverProcess first = pipeline.receiving("one");
    first.check(ShipperProcess.HOST, app);

    // When
    pipeline.broker().ask(nats -> nats.keyValue(BUCKET).put(OWNER, "another two:/var/lib/two"));

    // Then
    first.awaitSaying("copy main of partition 0 belongs to the receiver with the state two:/var");
    pipeline.broker().ask(SecondReceiverTest::deleteOwner);
    app.lines(10);
    first.check(ShipperProcess.HOST, app);
  }

  @Test
  void shouldShareNoCopyByLeasesThatAReceiverHasByList() throws Exception {
    LogWriter app = pipeline.writer("app.log", 1);
    app.lines(10);
    pipeline.receiving("one").check(ShipperProcess.HOST, app);

    ReceiverProcess shared = pipeline.receiving("two", "SHIPPER_OWNERSHIP=elastic");

    shared.awaitSaying("copy main of partition 0 belongs to a receiver that owns it by list");
    assertThat(shared.received(ShipperProcess.HOST)).isEmpty();
  }

  @Test
  void shouldPurgeAPartitionOfItsOwnWhileAnotherIsRefused() throws Exception {
    // Given a receiver that has partition 0
    String[] shared = {"SHIPPER_PARTITIONS=2", "HOSTNAME=web0"}; // in partition 1
    ShipperProcess shipper =
        new ShipperProcess(pipeline.broker().url(), directory.resolve("web0"), shared);
    pipeline.alsoClose(shipper::close);
    pipeline.receiving("one", "SHIPPER_PARTITIONS=2", "SHIPPER_READ_PARTITIONS=0");
    Await.until(ReceiverProcess.PATIENCE, () -> isOwned("one"), () -> "nobody claims the copy");

    // When another one is to have both
    ReceiverProcess both =
        pipeline.receiving("both", "SHIPPER_PARTITIONS=2", "SHIPPER_READ_PARTITIONS=0,1");
    both.awaitSaying("copy main of partition 0 belongs to the receiver with the state one:");
    LogWriter app = shipper.writer("app.log", 1);
    app.lines(1_000);

    // Then
    both.check("web0", app);
    Await.until(ReceiverProcess.PATIENCE, this::isPurged, () -> "nobody purges: " + both.log());
  }

  private boolean isPurged() throws Exception {
    return pipeline
            .broker()
            .ask(nats -> nats.jetStreamManagement().getStreamInfo("LOGS_1").getStreamState())
            .getMsgCount()
        <= 1;
  }

  private boolean isOwned(String host) throws Exception {
    return pipeline
        .broker()
        .ask(
            nats -> {
              if (!nats.keyValueManagement().getBucketNames().contains(BUCKET)) {
                return false;
              }
              KeyValueEntry owner = nats.keyValue(BUCKET).get(OWNER);
              return owner != null && owner.getValueAsString().contains(" " + host + ":");
            });
  }

  private static String deleteOwner(Connection nats) throws Exception {
    nats.keyValue(BUCKET).delete(OWNER);
    return OWNER;
  }
}
