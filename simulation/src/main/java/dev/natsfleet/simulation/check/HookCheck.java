package dev.natsfleet.simulation.check;

import dev.natsfleet.local.cloud.autoscaling.Member;
import dev.natsfleet.local.cloud.autoscaling.MemberState;
import dev.natsfleet.operator.reconcile.Outcome;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.simulation.node.SimulatedAgent;
import dev.natsfleet.simulation.world.SimulatedWorld;
import dev.natsfleet.simulation.world.WorldObserver;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A node that serves has completed its launch hook. */
final class HookCheck implements WorldObserver {

  private static final Duration UNNOTICED = Duration.ofMinutes(2);

  private final SimulatedWorld world;
  private final BiConsumer<Rule, String> report;
  private final Map<String, Long> waitingSince = new HashMap<>();

  HookCheck(SimulatedWorld world, BiConsumer<Rule, String> report) {
    this.world = world;
    this.report = report;
  }

  @Override
  public void passEnded(String operator, Outcome outcome) {
    world.group().stream().flatMap(group -> group.members().stream()).forEach(this::look);
  }

  private void look(Member member) {
    boolean waits = member.state() == MemberState.PENDING_WAIT && isServing(member.id());
    long now = world.clock().nanos();
    if (!waits) {
      waitingSince.remove(member.id());
    } else if (now - waitingSince.computeIfAbsent(member.id(), id -> now) > UNNOTICED.toNanos()) {
      report.accept(
          Rule.LAUNCH_HOOK_FORGOTTEN,
          "%s serves, and its launch hook still waits".formatted(member.id()));
    }
  }

  private boolean isServing(String instance) {
    return world
        .machines()
        .find(instance)
        .flatMap(machine -> Optional.ofNullable(machine.agent()))
        .map(SimulatedAgent::node)
        .filter(node -> node.state() == NodeState.SERVING)
        .isPresent();
  }
}
