package dev.natsfleet.operator.plan;

import dev.natsfleet.crds.CorePool;
import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.operator.observe.ClusterSnapshot;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.observe.Observer;
import dev.natsfleet.operator.world.CrashInjection;
import dev.natsfleet.operator.world.FakeMachine;
import dev.natsfleet.operator.world.FakeWorld;
import dev.natsfleet.operator.world.RestartingOperator;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.StepJournal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A world as a golden folder describes it.
 *
 * @param before the specification that was settled before, or null for an empty world
 * @param nodes changes of some nodes since, by id
 * @param journal ids of steps that were begun
 * @param seconds that pass while an operator that has just started observes
 * @param wanted the specification now
 */
record PlanScenario(
    @Nullable Wanted before,
    @Nullable Map<String, Change> nodes,
    @Nullable List<String> journal,
    int seconds,
    Wanted wanted) {

  /** A specification that differs from the sample in these values. */
  record Wanted(
      int desired,
      @Nullable String image,
      @Nullable String payload,
      @Nullable DeletionPolicy deleted,
      boolean paused) {

    DesiredCluster cluster() {
      CorePool core = new CorePool(0, desired, 20, CorePool.CapacityOwner.Operator);
      DesiredCluster plain =
          SampleClusters.cluster(
              core, image == null ? "ami-1" : image, payload == null ? "1Mi" : payload);
      DesiredCluster held = paused ? SampleClusters.paused(plain) : plain;
      return deleted == null ? held : SampleClusters.deleted(held, deleted);
    }
  }

  /** A change of a node. */
  record Change(
      @Nullable NodeState says, @Nullable Integer clients, boolean mute, boolean unlinked) {

    void apply(FakeMachine machine) {
      machine.says = says == null ? machine.says : says;
      machine.clients = clients == null ? machine.clients : clients;
      machine.mute = mute;
      machine.unlinked = unlinked;
    }
  }

  /** What an operator observes in it. */
  ClusterSnapshot observed() {
    FakeWorld world = new FakeWorld();
    if (before != null) {
      new RestartingOperator(world, new CrashInjection(0, false)).settle(before.cluster());
    }
    if (nodes != null) {
      nodes.forEach((id, change) -> change.apply(world.machine(id)));
    }
    if (journal != null) {
      journal.forEach(id -> world.registry.journal().begin(new StepJournal.Entry(id, id, 0)));
    }
    Observer observer = new Observer(world.ports(), world.clocks().nanos());
    ClusterSnapshot seen = observer.observe(wanted.cluster());
    for (int i = 0; i < seconds; i++) {
      world.tick();
      seen = observer.observe(wanted.cluster());
    }
    return seen;
  }
}
