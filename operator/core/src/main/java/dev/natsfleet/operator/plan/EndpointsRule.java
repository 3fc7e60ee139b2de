package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.ObservedNode;
import dev.natsfleet.operator.observe.RegistrySnapshot;
import dev.natsfleet.operator.port.Instances.State;
import dev.natsfleet.operator.port.ServiceEndpoints.Endpoint;
import dev.natsfleet.operator.port.ServiceEndpoints.Published;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeState;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Applications are sent to the nodes that serve. An address is taken out when its agent reports
 * that the server does not serve, when its node leaves or is gone, when its agent is silent and no
 * peer is linked to the server, or when it has no route to anybody while most others are linked:
 * its clients would be on an island. Silence alone takes nothing out: servers outlive their
 * registry (rule 4 of the design). What somebody changed in Service or slices is corrected.
 */
final class EndpointsRule {

  private EndpointsRule() {}

  static void plan(PlanContext context, PlanBuilder plan) {
    context
        .cluster()
        .endpoints()
        .failure()
        .ifPresent(u -> plan.warn(Reason.KUBERNETES_UNREACHABLE, u.message()));
    if (isRead(context) && !context.cluster().isRegistryTrusted()) {
      plan.warn(
          Reason.REGISTRY_SILENT,
          "no row of the nodes has changed lately; nobody is declared dead for that");
    }
    refuse(context, plan);
    context
        .cluster()
        .endpoints()
        .value()
        .filter(Published::writable)
        .ifPresent(seen -> publish(seen, context, plan));
  }

  /** What is not ours is said and left alone; what is ours beside it is kept up to date. */
  private static void refuse(PlanContext context, PlanBuilder plan) {
    Preconditions.unmarkedServices(context)
        .forEach(message -> plan.refuse(Reason.OWNER_UNKNOWN, message));
    Preconditions.foreignServices(context)
        .forEach(
            message ->
                plan.refuse(
                    Reason.FOREIGN_RESOURCE,
                    message + "; until then nothing is written to it, and the fleet goes on"));
  }

  /**
   * While the group is somebody else's: whom it serves is not for us to say, so no address is added
   * and nothing is corrected, but clients are not sent to machines that are gone.
   */
  static void planForeign(PlanContext context, PlanBuilder plan) {
    context
        .cluster()
        .endpoints()
        .value()
        .filter(Published::writable)
        .map(Published::endpoints)
        .ifPresent(
            seen -> {
              SortedSet<Endpoint> left = wanted(seen, context);
              left.retainAll(seen);
              publish(seen, left, plan);
            });
  }

  private static void publish(Published published, PlanContext context, PlanBuilder plan) {
    SortedSet<Endpoint> wanted = wanted(published.endpoints(), context);
    if (!published.drift().isEmpty()) {
      plan.step(new Step.CorrectEndpoints(wanted, String.join("; ", published.drift())));
    }
    publish(published.endpoints(), wanted, plan);
  }

  private static SortedSet<Endpoint> wanted(SortedSet<Endpoint> seen, PlanContext context) {
    SortedSet<Endpoint> serving = serving(context);
    Set<String> served = serving.stream().map(Endpoint::ip).collect(Collectors.toSet());
    Stream<Endpoint> unheard =
        seen.stream()
            .filter(endpoint -> !served.contains(endpoint.ip()))
            .filter(endpoint -> canServe(endpoint.ip(), context));
    return Stream.concat(serving.stream(), unheard).collect(Collectors.toCollection(TreeSet::new));
  }

  private static void publish(
      SortedSet<Endpoint> seen, SortedSet<Endpoint> wanted, PlanBuilder plan) {
    if (!wanted.equals(seen)) {
      plan.step(
          new Step.PublishEndpoints(
              wanted,
              "applications are sent to %s, serving are %s"
                  .formatted(addresses(seen), addresses(wanted))));
    }
  }

  /** Whether nobody reports that the server at a published address is gone. */
  private static boolean canServe(String ip, PlanContext context) {
    if (context.group().isEmpty()) {
      return hasLiveRow(ip, context)
          || context.cloud().instances().stream()
              .anyMatch(i -> i.state() == State.RUNNING && ip.equals(i.ip()));
    }
    return context.nodes().stream()
        .filter(node -> node.ip().map(ip::equals).orElse(true))
        .anyMatch(
            node ->
                isShownTooYoung(node, context)
                    || (isUnheard(node) && !context.cluster().isUnlinked(node)));
  }

  /** Whether an agent at the address is heard, so that it is no wonder if AWS lists nothing. */
  private static boolean hasLiveRow(String ip, PlanContext context) {
    return context.registry().rows().stream()
        .filter(row -> row.row().ip().equals(ip) && context.cluster().isAlive(row.silence()))
        .map(RegistrySnapshot.Row::row)
        .filter(NodeRow.Managed.class::isInstance)
        .map(row -> ((NodeRow.Managed) row).beat().report().state())
        .anyMatch(NodeState.SERVING::equals);
  }

  /**
   * Whether the group shows a node that serves, and was published for that, as one that is still
   * launched: an old answer, since no launch is undone.
   */
  private static boolean isShownTooYoung(ObservedNode node, PlanContext context) {
    return node.member().lifecycle().isComing()
        && (node.isInState(NodeState.SERVING) || !isRead(context));
  }

  private static boolean isRead(PlanContext context) {
    return context.cluster().registry().failure().isEmpty();
  }

  private static boolean isUnheard(ObservedNode node) {
    return node.canServe() && node.report().isEmpty();
  }

  private static SortedSet<Endpoint> serving(PlanContext context) {
    return context.nodes().stream()
        .filter(node -> node.isServing() && !node.isolated())
        .flatMap(node -> endpoint(node).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<Endpoint> endpoint(ObservedNode node) {
    return node.row().map(row -> new Endpoint(row.ip(), node.member().zone()));
  }

  private static String addresses(SortedSet<Endpoint> endpoints) {
    return endpoints.stream().map(Endpoint::ip).toList().toString();
  }
}
