package dev.natsfleet.logs.acceptance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenario 9: receivers that share partitions by leases come, go, and stand still. */
@Tag("server")
class ElasticReceiversTest {

  private static final int HOSTS = 4;
  private static final int PAUSE = ScenarioStrength.of("pause", 12, 30); // longer than a lease

  @TempDir Path directory;
  private Broker broker;
  private final List<ShipperProcess> hosts = new ArrayList<>();
  private final List<ReceiverProcess> receivers = new ArrayList<>();
  private BackgroundWriter backgroundWriter;

  @BeforeEach
  void start() throws Exception {
    broker = Broker.empty(directory.resolve("nats"));
    receive("first");
    List<LogWriter> writers = new ArrayList<>();
    for (int i = 0; i < HOSTS; i++) {
      Path home = directory.resolve("web" + i);
      hosts.add(new ShipperProcess(broker.url(), home, "SHIPPER_PARTITIONS=4", "HOSTNAME=web" + i));
      writers.add(hosts.get(i).writer("app.log", System.nanoTime()));
    }
    backgroundWriter = new BackgroundWriter(writers);
  }

  @AfterEach
  void end() throws Exception {
    backgroundWriter.stop();
    for (ReceiverProcess one : receivers) {
      one.close();
    }
    for (ShipperProcess one : hosts) {
      one.close();
    }
    broker.close();
  }

  @Test
  void shouldKeepEachHostExactAndInOrder() throws Exception {
    // When there are four, then two, then three
    receive("second");
    receive("third");
    receive("fourth");
    receivers.get(3).awaitSaying("a partition is ours");
    receivers.get(1).process().terminate();
    receivers.get(2).process().kill();
    receive("fifth").awaitSaying("a partition is ours");

    // And the first stands still for longer than its leases last
    receivers.get(0).process().signal("STOP");
    LockSupport.parkNanos(Duration.ofSeconds(PAUSE).toNanos());
    backgroundWriter.stop();
    check(receivers.get(3));
    receivers.get(0).process().signal("CONT");

    // Then what it still wanted to write is nowhere to be seen
    receivers.get(0).awaitSaying("lease");
    check(receivers.get(3));
    ScenarioStrength.held("9, receivers: an owner paused for %d s".formatted(PAUSE));
  }

  private void check(ReceiverProcess anyone) throws Exception {
    for (int i = 0; i < HOSTS; i++) {
      anyone.check("web" + i, backgroundWriter.writers().get(i));
    }
  }

  private ReceiverProcess receive(String name) throws Exception {
    ReceiverProcess receiverProcess =
        new ReceiverProcess(
            broker,
            directory.resolve(name),
            "SHIPPER_PARTITIONS=4",
            "SHIPPER_OWNERSHIP=elastic",
            "SHIPPER_DIRECTORY=" + directory.resolve("shared/out"),
            "SHIPPER_STATE=" + directory.resolve("shared/state"));
    receivers.add(receiverProcess);
    return receiverProcess;
  }
}
