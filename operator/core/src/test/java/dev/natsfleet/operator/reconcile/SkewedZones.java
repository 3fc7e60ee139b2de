package dev.natsfleet.operator.reconcile;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.port.LifecycleState;
import dev.natsfleet.operator.world.FakeMachine;
import java.util.List;

/** A world after the outage of a zone. */
final class SkewedZones {

  private SkewedZones() {}

  /** A cluster of which the node of a zone ended while that zone had no capacity. */
  static ReconciliationFixture cluster(DesiredCluster cluster) {
    ReconciliationFixture fixture = ReconciliationFixture.settled(cluster);
    fixture.world.groups.closed.add("subnet-c");
    fixture.machine(3).lifecycle = LifecycleState.TERMINATED;
    fixture.runFor(cluster, 30);
    fixture.world.groups.closed.clear();
    return fixture;
  }

  /** The zones of its members. */
  static List<String> of(ReconciliationFixture fixture) {
    return fixture.world.groups.members().stream().map(FakeMachine::zone).sorted().toList();
  }
}
