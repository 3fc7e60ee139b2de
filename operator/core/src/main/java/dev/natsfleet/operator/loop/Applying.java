package dev.natsfleet.operator.loop;

import dev.natsfleet.operator.plan.Step;
import dev.natsfleet.operator.port.GroupField;
import dev.natsfleet.operator.port.NodeGroups.Capacity;
import dev.natsfleet.operator.port.Ports;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import dev.natsfleet.registry.Released;
import java.time.InstantSource;
import java.util.Set;

/** A step becomes one call of one port. */
final class Applying {

  private Applying() {}

  /** Makes the step; may throw {@link PortException}. */
  static void apply(Step step, Ports ports, InstantSource wall) {
    switch (step) {
      case Step.CreateTables s -> ports.tables().create();
      case Step.AdoptTables s -> ports.tables().adopt();
      case Step.ReleaseTables s ->
          ports.tables().release(new Released(s.cluster(), wall.instant()));
      case Step.ReleaseRow s ->
          ports.control().release(s.owner(), new Released(s.cluster(), wall.instant()));
      case Step.StoreSettings s -> ports.control().put(s.settings());
      case Step.WriteCluster s -> writeCluster(s, ports);
      case Step.CreateTemplate s -> ports.templates().create(s.spec(), s.hash());
      case Step.MakeDefault s -> ports.templates().makeDefault(s.version());
      case Step.CreateGroup s -> ports.groups().create(s.spec());
      case Step.CorrectGroup s -> ports.groups().correct(s.spec(), Set.of(s.field()));
      case Step.Try s -> ports.groups().correct(s.spec(), Set.of(GroupField.TEMPLATE));
      case Step.RollBack s -> ports.groups().correct(s.spec(), Set.of(GroupField.TEMPLATE));
      case Step.Resize s -> ports.groups().resize(s.size());
      case Step.Terminate s -> ports.groups().terminate(s.instance(), s.capacity());
      case Step.Dismiss s -> ports.groups().terminate(s.instance(), Capacity.KEEP);
      case Step.Give s -> give(s, ports);
      case Step.Publish s -> ports.endpoints().apply(s.serving());
      case Step.Forget s -> ports.fleet().forget(s.row());
      case Step.PruneTemplate s -> ports.templates().prune(s.version());
      case Step.PruneSettings s -> ports.control().prune(s.revision());
      case Step.DeleteGroup s -> ports.groups().delete();
      case Step.DeleteTemplate s -> ports.templates().delete();
      case Step.DeleteTables s -> ports.tables().delete();
      case Step.DeleteEndpoints s -> ports.endpoints().delete();
    }
  }

  private static void writeCluster(Step.WriteCluster step, Ports ports) {
    if (!ports.control().put(step.row())) {
      throw new PortException(
          Kind.CONFLICT, "the cluster's row belongs to another NatsCluster since it was read");
    }
  }

  private static void give(Step.Give step, Ports ports) {
    if (!ports.fleet().give(step.to(), step.order())) {
      throw new PortException(
          Kind.CONFLICT,
          "the agent of " + step.to().instance() + " has started anew since its row was read");
    }
  }
}
