package dev.natsfleet.simulation.check;

import dev.natsfleet.crds.CorePool.CapacityOwner;
import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.local.cloud.autoscaling.GroupView;
import dev.natsfleet.local.cloud.autoscaling.Member;
import dev.natsfleet.local.cloud.autoscaling.MemberState;
import dev.natsfleet.operator.port.ServiceEndpoints.Endpoint;
import dev.natsfleet.simulation.node.SimulatedMachine;
import dev.natsfleet.simulation.world.SampleSpec;
import dev.natsfleet.simulation.world.SimulatedWorld;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How things are, whatever anybody is told.
 *
 * @param group the group, if there is one
 * @param serving machines that serve clients as members in service
 * @param desired how many there should be
 */
record GroundTruth(Optional<GroupView> group, List<SimulatedMachine> serving, int desired) {

  static GroundTruth of(SimulatedWorld world) {
    Optional<GroupView> group = world.group();
    Set<String> inService =
        group.stream()
            .flatMap(view -> view.members().stream())
            .filter(member -> member.state() == MemberState.IN_SERVICE)
            .map(Member::id)
            .collect(Collectors.toSet());
    List<SimulatedMachine> serving =
        world.machines().on().stream()
            .filter(m -> inService.contains(m.id()) && m.server().isServing())
            .toList();
    return new GroundTruth(group, serving, desired(world, group));
  }

  private static int desired(SimulatedWorld world, Optional<GroupView> group) {
    var core = SampleSpec.core(world.kubernetes().lastObject().spec());
    return core.capacityOwner() == CapacityOwner.Operator
        ? core.desired()
        : group.map(view -> view.settings().capacity().desired()).orElse(core.desired());
  }

  /** Whether this instance serves. */
  boolean isServing(String instance) {
    return serving.stream().anyMatch(machine -> machine.id().equals(instance));
  }

  /** Whether as many serve as should, each linked to each. */
  boolean isWhole(SimulatedWorld world) {
    return serving.size() >= desired
        && serving.stream()
            .allMatch(m -> world.mesh().linksOf(m.id()).size() >= serving.size() - 1);
  }

  /** Those that serve with another image or other settings than declared. */
  List<SimulatedMachine> outdated(SimulatedWorld world) {
    NatsClusterSpec spec = world.kubernetes().lastObject().spec();
    return serving.stream()
        .filter(
            machine ->
                !world.images().wanted().contains(machine.imageId()) || !hasSettings(machine, spec))
        .toList();
  }

  private static boolean hasSettings(SimulatedMachine machine, NatsClusterSpec spec) {
    return Optional.ofNullable(machine.agent())
        .map(agent -> agent.node().config().runs())
        .filter(runs -> runs.server().maxPayloadBytes() == spec.server().maxPayloadBytes())
        .isPresent();
  }

  /** The addresses of those that serve. */
  SortedSet<Endpoint> endpoints() {
    return serving.stream()
        .map(machine -> new Endpoint(machine.ip(), machine.zone()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
