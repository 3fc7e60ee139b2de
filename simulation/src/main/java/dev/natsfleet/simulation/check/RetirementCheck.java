package dev.natsfleet.simulation.check;

import dev.natsfleet.simulation.call.RemoteService;
import dev.natsfleet.simulation.node.SimulatedMachine;
import dev.natsfleet.simulation.world.SimulatedWorld;
import dev.natsfleet.simulation.world.WorldObserver;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Invariants 10 and 11: one serving node at a time, none in the dark, and none of another's. */
final class RetirementCheck implements WorldObserver {

  private static final Duration INTERVAL = Duration.ofSeconds(3);

  /** A row counts as alive for 30 seconds, and a pass takes some. */
  private static final Duration UNHEARD = Duration.ofSeconds(60);

  private final SimulatedWorld world;
  private final BiConsumer<Rule, String> report;
  private final Map<String, String> leaving = new HashMap<>();
  private long heardAt;

  RetirementCheck(SimulatedWorld world, BiConsumer<Rule, String> report) {
    this.world = world;
    this.report = report;
    world.clock().every(INTERVAL, this::listen);
  }

  private void listen() {
    if (world.machines().on().stream().anyMatch(this::canBeHeard)) {
      heardAt = world.clock().nanos();
    }
  }

  private boolean canBeHeard(SimulatedMachine machine) {
    return Optional.ofNullable(machine.agent()).filter(agent -> !agent.isFrozen()).isPresent()
        && world.faults().find(machine.source(), RemoteService.REGISTRY, "BEAT").isEmpty();
  }

  @Override
  public void calling(String operator, String call, List<?> arguments) {
    boolean others = operator.equals(SimulatedWorld.OTHER_FLEET);
    if (others && world.group().filter(RecoveryCheck::isOurs).isPresent()) {
      report.accept(Rule.FOREIGN_FLEET_CHANGED, operator + " calls " + call);
    } else if (!others && call.equals("NodeGroups.terminate")) {
      terminating(operator, (String) arguments.getFirst());
    }
  }

  private void terminating(String operator, String instance) {
    if (world.kubernetes().isEndingFleet() || !GroundTruth.of(world).isServing(instance)) {
      return;
    }
    leaving.keySet().removeIf(id -> world.machines().find(id).filter(m -> m.isOn()).isEmpty());
    leaving.entrySet().stream()
        .filter(other -> other.getValue().equals(operator) && !other.getKey().equals(instance))
        .findFirst()
        .ifPresent(
            other ->
                report.accept(
                    Rule.TWO_NODES_LEAVE_AT_ONCE,
                    "%s ends %s, which serves, while %s still leaves"
                        .formatted(operator, instance, other.getKey())));
    leaving.put(instance, operator);
    long silent = world.clock().nanos() - heardAt;
    if (silent > UNHEARD.toNanos()) {
      report.accept(
          Rule.NODE_ENDED_IN_THE_DARK,
          "%s ends %s, which serves, and no agent could be heard for %d s"
              .formatted(operator, instance, Duration.ofNanos(silent).toSeconds()));
    }
  }
}
