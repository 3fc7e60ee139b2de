package dev.natsfleet.simulation.check;

import dev.natsfleet.operator.port.ServiceEndpoints.Endpoint;
import dev.natsfleet.operator.reconcile.Outcome;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.simulation.call.CallSource;
import dev.natsfleet.simulation.call.RemoteService;
import dev.natsfleet.simulation.node.SimulatedMachine;
import dev.natsfleet.simulation.world.SimulatedWorld;
import dev.natsfleet.simulation.world.WorldObserver;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Invariants 10 and 15: where the Service sends clients. */
final class EndpointCheck implements WorldObserver {

  /** An address may be that of a dead machine for so long. */
  private static final Duration UNNOTICED = Duration.ofSeconds(150);

  /**
   * What an agent said last counts while its row is alive, for 30 seconds: an agent that cannot say
   * that its server, or its links, are back is believed for so long.
   */
  private static final Duration UNREAD = Duration.ofSeconds(35);

  /** Where no pass ends for so long, nobody looks after the Service: the object may be gone. */
  private static final Duration UNHEARD = Duration.ofMinutes(2);

  private final SimulatedWorld world;
  private final WholenessHistory history;
  private final BiConsumer<Rule, String> report;
  private final Map<String, Long> deadSince = new HashMap<>();
  private long passes;
  private long lastPass;

  EndpointCheck(SimulatedWorld world, WholenessHistory history, BiConsumer<Rule, String> report) {
    this.world = world;
    this.history = history;
    this.report = report;
  }

  @Override
  public void calling(String operator, String call, List<?> arguments) {
    if (call.equals("ServiceEndpoints.apply") && !world.kubernetes().isEndingFleet()) {
      Set<Endpoint> dropped = new TreeSet<>(world.kubernetes().addresses());
      ((Collection<?>) arguments.getFirst()).forEach(dropped::remove);
      dropped.stream()
          .filter(this::isHealthy)
          .forEach(
              endpoint ->
                  report.accept(
                      Rule.HEALTHY_ENDPOINT_DROPPED,
                      "%s takes %s out of the Service, which serves and has routes to its peers"
                          .formatted(operator, endpoint.ip())));
    }
  }

  /** Serves, is linked to all others that serve, and neither leaves nor moves its clients away. */
  private boolean isHealthy(Endpoint endpoint) {
    GroundTruth truth = GroundTruth.of(world);
    return truth.isWhole(world)
        && history.hasBeenWholeFor(UNREAD)
        && truth.serving().stream()
            .filter(machine -> machine.ip().equals(endpoint.ip()))
            .anyMatch(EndpointCheck::isStaying);
  }

  private static boolean isStaying(SimulatedMachine machine) {
    boolean known =
        Optional.ofNullable(machine.agent())
            .map(agent -> agent.hasBeenFor(NodeState.SERVING, UNREAD))
            .orElse(true);
    return known && !machine.isGoingDown();
  }

  /** Looked at when an operator has just had its say; one that cannot, says nothing. */
  @Override
  public void passEnded(String operator, Outcome outcome) {
    passes++;
    long now = world.clock().nanos();
    boolean silent = now - lastPass > UNHEARD.toNanos() || !StatusWrites.areAllowed(world);
    lastPass = now;
    if (silent || isCutOff(operator)) {
      deadSince.clear();
      return;
    }
    boolean clean =
        world
            .kubernetes()
            .condition("Degraded")
            .filter(c -> c.status().equals("False") || c.reason().equals("NodesNotServing"))
            .isPresent();
    for (Endpoint endpoint : world.kubernetes().addresses()) {
      boolean isThere =
          world.machines().on().stream()
              .anyMatch(machine -> machine.ip().equals(endpoint.ip()) && !isKnownToHang(machine));
      if (isThere) {
        deadSince.remove(endpoint.ip());
      } else if (clean && !world.kubernetes().lastObject().spec().paused() && isOverdue(endpoint)) {
        report.accept(
            Rule.DEAD_ENDPOINT_KEPT,
            "after %d passes the Service still sends clients to %s, which serves nobody any more"
                .formatted(passes, endpoint.ip()));
      }
    }
  }

  /** Whether its server answers nobody, and its agent can say so. */
  private boolean isKnownToHang(SimulatedMachine machine) {
    return machine.server().isFrozen()
        && Optional.ofNullable(machine.agent()).filter(agent -> !agent.isFrozen()).isPresent()
        && world.faults().find(machine.source(), RemoteService.REGISTRY, "BEAT").isEmpty();
  }

  /** Whether it can write neither the Service nor the status. */
  private boolean isCutOff(String operator) {
    return world
        .faults()
        .find(new CallSource(operator, ""), RemoteService.KUBERNETES, "ServiceEndpoints.apply")
        .isPresent();
  }

  private boolean isOverdue(Endpoint endpoint) {
    long now = world.clock().nanos();
    return now - deadSince.computeIfAbsent(endpoint.ip(), ip -> now) > UNNOTICED.toNanos();
  }
}
