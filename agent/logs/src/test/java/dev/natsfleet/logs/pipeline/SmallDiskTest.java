package dev.natsfleet.logs.pipeline;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenario 10: the receiver's disk is full, then cannot be written at all. */
class SmallDiskTest {

  private static final String IN_P0 = "web1";
  private static final String IN_P1 = "web0";

  @TempDir Path directory;
  private Pipeline pipeline;
  private Shipping neighbour;
  private LogWriter app;
  private LogWriter other;

  @BeforeEach
  void start() throws Exception {
    String[] shared = {"SHIPPER_PARTITIONS=2", "HOSTNAME=" + IN_P0};
    pipeline = new Pipeline(directory, shared);
    neighbour =
        new Shipping(
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
    Receiving receiving =
        pipeline.receiving("one", "SHIPPER_PARTITIONS=2", "SHIPPER_READ_PARTITIONS=0,1");
    pipeline.alsoClose(disk::unmount);
    app.lines(5_000);
    receiving.awaitSaying("No space left on device");

    // When it has room, and is read-only
    disk.remount("size=64m,ro");
    receiving.awaitSaying("Read-only file system");
    other.lines(5_000);
    receiving.check(IN_P1, other);
    disk.remount("rw");

    // Then
    receiving.check(IN_P0, app);
  }

  @Test
  void shouldStallAsAWholeAndGoOn() throws Exception {
    // Given a receiver with its journal, too, on a small disk
    SmallDisk disk = new SmallDisk(directory.resolve("one"), "512k");
    Receiving receiving = pipeline.receiving("one");
    pipeline.alsoClose(disk::unmount);
    app.lines(5_000);
    receiving.awaitSaying("No space left on device");
    receiving.process().kill();
    receiving.restart();
    app.lines(5_000);

    // When
    disk.remount("size=64m");

    // Then
    receiving.check(IN_P0, app);
  }
}
