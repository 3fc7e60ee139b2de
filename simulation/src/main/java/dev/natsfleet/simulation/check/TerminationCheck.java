package dev.natsfleet.simulation.check;

import dev.natsfleet.crds.CorePool.CapacityOwner;
import dev.natsfleet.local.cloud.autoscaling.Capacity;
import dev.natsfleet.local.cloud.autoscaling.GroupView;
import dev.natsfleet.local.cloud.autoscaling.Member;
import dev.natsfleet.operator.port.GroupSize;
import dev.natsfleet.operator.port.NodeGroups;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.simulation.node.SimulatedAgent;
import dev.natsfleet.simulation.world.SampleSpec;
import dev.natsfleet.simulation.world.SimulatedWorld;
import dev.natsfleet.simulation.world.WorldObserver;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Invariants 3, 10, 11 and 12: what operators may do to the group. */
final class TerminationCheck implements WorldObserver {

  /** Nobody can know sooner that a node is missing: 30 s of silence, and stale answers. */
  private static final Duration UNNOTICED = Duration.ofSeconds(75);

  private final SimulatedWorld world;
  private final BiConsumer<Rule, String> report;
  private final Map<String, Integer> endedInPass = new HashMap<>();
  private final WholenessHistory history;

  TerminationCheck(
      SimulatedWorld world, WholenessHistory history, BiConsumer<Rule, String> report) {
    this.world = world;
    this.history = history;
    this.report = report;
  }

  @Override
  public void passBegins(String operator) {
    endedInPass.put(operator, 0);
  }

  @Override
  public void calling(String operator, String call, List<?> arguments) {
    switch (call) {
      case "NodeGroups.terminate" ->
          terminating(
              operator,
              (String) arguments.getFirst(),
              (NodeGroups.CapacityPolicy) arguments.get(1));
      case "NodeGroups.resize" -> resizing(operator, (GroupSize) arguments.getFirst());
      default -> {}
    }
  }

  private void terminating(String operator, String instance, NodeGroups.CapacityPolicy capacity) {
    GroundTruth truth = history.look();
    if (world.kubernetes().isEndingFleet() || !truth.isServing(instance)) {
      return;
    }
    int ended = endedInPass.merge(operator, 1, Integer::sum);
    if (ended > 1) {
      report.accept(
          Rule.TWO_NODES_ENDED_IN_A_PASS,
          "%s ends %s, the serving node number %d in one pass"
              .formatted(operator, instance, ended));
    }
    if (!isWanted(instance, capacity, truth)) {
      report.accept(
          Rule.HEALTHY_NODE_ENDED,
          "%s ends %s, which serves and is neither outdated nor too many"
              .formatted(operator, instance));
    }
    int others = truth.serving().size() - 1;
    boolean missing =
        others < truth.desired() - (capacity == NodeGroups.CapacityPolicy.KEEP ? 1 : 0);
    if (missing && history.sinceComplete().compareTo(UNNOTICED) > 0) {
      report.accept(
          Rule.NODE_ENDED_WHILE_ANOTHER_IS_MISSING,
          "%s ends %s, and only %d of %d others serve"
              .formatted(operator, instance, others, truth.desired()));
    }
  }

  /** Whether the specification asks for it, or the node itself. */
  private boolean isWanted(String instance, NodeGroups.CapacityPolicy capacity, GroundTruth truth) {
    boolean seemedTooMany = history.sinceSurplus().compareTo(UNNOTICED) <= 0;
    boolean tooMany =
        capacity == NodeGroups.CapacityPolicy.SHRINK
            && (truth.serving().size() > truth.desired() || seemedTooMany);
    boolean failed =
        world
            .machines()
            .find(instance)
            .flatMap(machine -> Optional.ofNullable(machine.agent()))
            .map(SimulatedAgent::node)
            .filter(node -> node.state() == NodeState.FAILED)
            .isPresent();
    return tooMany
        || failed
        || isLost(instance, truth)
        || truth.group().filter(g -> isOutdated(g, instance)).isPresent();
  }

  /**
   * Whether its agent is dead and no peer is linked to it: from outside it looks the same as a node
   * whose server is dead, too.
   */
  private boolean isLost(String instance, GroundTruth truth) {
    return truth.serving().size() > 1
        && world.mesh().linksOf(instance).isEmpty()
        && world.machines().find(instance).filter(machine -> machine.agent() == null).isPresent();
  }

  private boolean isOutdated(GroupView group, String instance) {
    Set<String> wanted = world.images().wanted();
    return group.members().stream()
        .filter(member -> member.id().equals(instance))
        .map(Member::instance)
        .anyMatch(i -> !wanted.contains(String.valueOf(i.content().imageId())));
  }

  private void resizing(String operator, GroupSize size) {
    boolean external =
        SampleSpec.core(world.kubernetes().lastObject().spec()).capacityOwner()
            == CapacityOwner.External;
    Optional<Capacity> now = world.group().map(view -> view.settings().capacity());
    Integer desired = size.desired();
    boolean opening = now.filter(capacity -> capacity.max() == 0).isPresent();
    boolean same = now.filter(c -> Objects.equals(c.desired(), desired)).isPresent();
    if (external && desired != null && !same && !opening && !world.kubernetes().isEndingFleet()) {
      report.accept(
          Rule.CAPACITY_OF_ANOTHER_CHANGED,
          "%s sets the desired capacity to %d, which another owns".formatted(operator, desired));
    }
  }
}
