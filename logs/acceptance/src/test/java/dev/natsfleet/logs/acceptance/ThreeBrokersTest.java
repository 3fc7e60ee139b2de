package dev.natsfleet.logs.acceptance;

import dev.natsfleet.local.servers.Await;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenario 8: three brokers with three copies, of which one is away at a time. */
@Tag("server")
class ThreeBrokersTest {

  @TempDir Path directory;
  private BrokerCluster brokerCluster;
  private ShipperProcess shipperProcess;
  private ReceiverProcess receiverProcess;
  private LogWriter app;

  @BeforeEach
  void start() throws Exception {
    brokerCluster = new BrokerCluster(directory);
    shipperProcess = new ShipperProcess(brokerCluster.urls(), directory);
    receiverProcess =
        new ReceiverProcess(
            brokerCluster.urls(), directory.resolve("one"), "SHIPPER_STREAM_REPLICAS=3");
    app = shipperProcess.writer("app.log", System.nanoTime());
    app.lines(100);
    receiverProcess.check(ShipperProcess.HOST, app);
  }

  @AfterEach
  void end() throws Exception {
    receiverProcess.close();
    shipperProcess.close();
    brokerCluster.close();
  }

  @Test
  void shouldBeExactThroughARollingRestartAndStepDowns() throws Exception {
    for (int i = 0; i < brokerCluster.count(); i++) {
      app.lines(10_000);
      brokerCluster.stepDown(Broker.STREAM);
      brokerCluster.server(i).process().terminate();
      app.lines(5_000);
      brokerCluster.server(i).start();
      brokerCluster.awaitHealth();
    }
    receiverProcess.check(ShipperProcess.HOST, app);
  }

  @Test
  void shouldBeExactWhenTheLeaderIsPartitionedAway() throws Exception {
    // Given a leader that hears nothing
    app.lines(10_000);
    BrokerProcess leader = brokerCluster.server(brokerCluster.leader(Broker.STREAM));
    leader.process().signal("STOP");

    // When the others go on without it
    app.lines(10_000);
    receiverProcess.check(ShipperProcess.HOST, app);

    // Then it changes nothing when it wakes up
    leader.process().signal("CONT");
    brokerCluster.awaitHealth();
    app.lines(1_000);
    receiverProcess.check(ShipperProcess.HOST, app);
  }

  /** The routes of the broker that leads are cut while lines flow. */
  @ParameterizedTest
  @ValueSource(strings = {"natsfleet-shipper", "natsfleet-receiver"})
  void shouldGoOnWithTheOthersWhereverTheProgramsAre(String beside) throws Exception {
    // Given a leader that one of the programs is connected to
    int leader = brokerCluster.leadWhere(beside, Broker.STREAM);

    // When it is cut off at full rate
    app.lines(20_000);
    Await.until(
        ReceiverProcess.PATIENCE,
        () -> receiverProcess.received(ShipperProcess.HOST).length > app.written().length / 4,
        () -> "nothing flows");
    brokerCluster.mesh().cut(leader, true);
    app.lines(5_000);

    // Then the others suffice when they have noticed and elected, and its return changes nothing
    Await.until(
        Duration.ofMinutes(3),
        () -> receiverProcess.size(ShipperProcess.HOST) >= app.written().length,
        () -> "cut off: " + receiverProcess.log() + shipperProcess.program().said());
    receiverProcess.check(ShipperProcess.HOST, app);
    brokerCluster.mesh().cut(leader, false);
    brokerCluster.awaitHealth();
    app.lines(5_000);
    receiverProcess.check(ShipperProcess.HOST, app);
  }
}
