package dev.natsfleet.logs.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenario 8: three brokers with three copies, of which one is away at a time. */
class ThreeBrokersTest {

  @TempDir Path directory;
  private Brokers brokers;
  private Shipping shipping;
  private Receiving receiving;
  private LogWriter app;

  @BeforeEach
  void start() throws Exception {
    brokers = new Brokers(directory);
    shipping = new Shipping(brokers.urls(), directory);
    receiving =
        new Receiving(brokers.urls(), directory.resolve("one"), "SHIPPER_STREAM_REPLICAS=3");
    app = shipping.writer("app.log", System.nanoTime());
    app.lines(100);
    receiving.check(Shipping.HOST, app);
  }

  @AfterEach
  void end() throws Exception {
    receiving.close();
    shipping.close();
    brokers.close();
  }

  @Test
  void shouldBeExactThroughARollingRestartAndStepDowns() throws Exception {
    for (int i = 0; i < brokers.count(); i++) {
      app.lines(10_000);
      brokers.stepDown(Broker.STREAM);
      brokers.server(i).process().terminate();
      app.lines(5_000);
      brokers.server(i).start();
      brokers.awaitHealth();
    }
    receiving.check(Shipping.HOST, app);
  }

  @Test
  void shouldBeExactWhenTheLeaderIsPartitionedAway() throws Exception {
    // Given a leader that hears nothing
    app.lines(10_000);
    Server leader = brokers.server(brokers.leader(Broker.STREAM));
    leader.process().signal("STOP");

    // When the others go on without it
    app.lines(10_000);
    receiving.check(Shipping.HOST, app);

    // Then it changes nothing when it wakes up
    leader.process().signal("CONT");
    brokers.awaitHealth();
    app.lines(1_000);
    receiving.check(Shipping.HOST, app);
  }

  /** The routes of the broker that leads are cut while lines flow. */
  @ParameterizedTest
  @ValueSource(strings = {"natsfleet-shipper", "natsfleet-receiver"})
  void shouldGoOnWithTheOthersWhereverTheProgramsAre(String beside) throws Exception {
    // Given a leader that one of the programs is connected to
    int leader = brokers.leadWhere(beside, Broker.STREAM);

    // When it is cut off at full rate
    app.lines(20_000);
    Await.until(
        Receiving.PATIENCE,
        () -> receiving.received(Shipping.HOST).length > app.written().length / 4,
        () -> "nothing flows");
    brokers.mesh().cut(leader, true);
    app.lines(5_000);

    // Then the others suffice when they have noticed and elected, and its return changes nothing
    Await.until(
        Duration.ofMinutes(3),
        () -> receiving.size(Shipping.HOST) >= app.written().length,
        () -> "cut off: " + receiving.log() + shipping.program().said());
    receiving.check(Shipping.HOST, app);
    brokers.mesh().cut(leader, false);
    brokers.awaitHealth();
    app.lines(5_000);
    receiving.check(Shipping.HOST, app);
  }
}
