package dev.natsfleet.operator.reconcile;

import dev.natsfleet.crds.Condition;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.port.Events.Notice;
import dev.natsfleet.operator.world.CrashInjection;
import dev.natsfleet.operator.world.FakeMachine;
import dev.natsfleet.operator.world.FakeWorld;
import dev.natsfleet.operator.world.RestartingOperator;
import java.util.List;
import java.util.Objects;

/** A world with one operator, which is never killed. */
final class ReconciliationFixture {

  final FakeWorld world = new FakeWorld();
  final CrashInjection writes = new CrashInjection(0, false);
  final RestartingOperator operator = new RestartingOperator(world, writes);

  /** A world in which this cluster is settled. */
  static ReconciliationFixture settled(DesiredCluster desired) {
    ReconciliationFixture fixture = new ReconciliationFixture();
    fixture.operator.settle(desired);
    return fixture;
  }

  /** Makes a pass every second; gives the fewest nodes that served at the end of one. */
  int runFor(DesiredCluster desired, int seconds) {
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < seconds; i++) {
      operator.pass(desired);
      world.tick();
      fewest = Math.min(fewest, world.serving().size());
    }
    return fewest;
  }

  Outcome pass(DesiredCluster desired) {
    return Objects.requireNonNull(operator.pass(desired));
  }

  FakeMachine machine(int number) {
    return world.machine("i-%03d".formatted(number));
  }

  List<String> serving() {
    return world.serving().stream().map(FakeMachine::id).toList();
  }

  List<String> events(String reason) {
    return world.events.stream()
        .filter(notice -> notice.reason().equals(reason))
        .map(Notice::message)
        .toList();
  }

  static Condition condition(Outcome outcome, String type) {
    return outcome.status().conditions().stream()
        .filter(c -> c.type().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
