package dev.natsfleet.logs.acceptance;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenario 10: the receiver's disk is full, then cannot be written at all. */
@Tag("server")
class SmallDiskTest {

  private static final String IN_P0 = "web1";
  private static final String IN_P1 = "web0";

  @TempDir Path directory;
  private Pipeline pipeline;
  private ShipperProcess neighbour;
  private LogWriter app;
  private LogWriter other;

  @BeforeEach
  void start() throws Exception {
    String[] shared = {"SHIPPER_PARTITIONS=2", "HOSTNAME=" + IN_P0};
    pipeline = new Pipeline(directory, shared);
    neighbour =
        new ShipperProcess(
            pipeline.broker().url(),
            directory.resolve("neighbour"),
            "SHIPPER_PARTITIONS=2",
            "HOSTNAME=" + IN_P1);
    app = pipeline.writer("app.log", System.nanoTime());
    other = neighbour.writer("other.log", System.nanoTime());
  }

  @AfterEach
  void end() throws Exception {
    neighbour.close();
    pipeline.close();
  }

  @Test
  void shouldStallOnePartitionAndGoOn() throws Exception {
    // Given a partition whose files lie on a small disk
    SmallDisk disk = new SmallDisk(directory.resolve("one/out").resolve(IN_P0), "256k");
    ReceiverProcess receiverProcess =
        pipeline.receiving("one", "SHIPPER_PARTITIONS=2", "SHIPPER_READ_PARTITIONS=0,1");
    pipeline.alsoClose(disk::unmount);
    app.lines(5_000);
    receiverProcess.awaitSaying("No space left on device");

    // When it has room, and is read-only
    disk.remount("size=64m,ro");
    receiverProcess.awaitSaying("Read-only file system");
    other.lines(5_000);
    receiverProcess.check(IN_P1, other);
    disk.remount("rw");

    // Then
    receiverProcess.check(IN_P0, app);
  }

  @Test
  void shouldStallAsAWholeAndGoOn() throws Exception {
    // Given a receiver with its journal, too, on a small disk
    SmallDisk disk = new SmallDisk(directory.resolve("one"), "512k");
    ReceiverProcess receiverProcess = pipeline.receiving("one");
    pipeline.alsoClose(disk::unmount);
    app.lines(5_000);
    receiverProcess.awaitSaying("No space left on device");
    receiverProcess.process().kill();
    receiverProcess.restart();
    app.lines(5_000);

    // When
    disk.remount("size=64m");

    // Then
    receiverProcess.check(IN_P0, app);
  }
}
