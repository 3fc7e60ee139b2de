package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.Node;
import dev.natsfleet.operator.observe.Registry;
import dev.natsfleet.operator.port.Endpoints.Endpoint;
import dev.natsfleet.registry.NodeRow;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is kept in order whatever the specification says: addresses and rows. */
final class Upkeep {

  private Upkeep() {}

  /**
   * Applications are sent to those who serve. When the registry says nothing about anybody they are
   * left where they are: servers outlive their registry (rule 4 of the design).
   */
  static void endpoints(Situation situation, Draft draft) {
    situation
        .observed()
        .endpoints()
        .unread()
        .ifPresent(u -> draft.warn(Reason.KUBERNETES_UNREACHABLE, u.message()));
    if (!situation.observed().trusted()) {
      draft.warn(
          Reason.REGISTRY_SILENT,
          "no row of the nodes has changed lately; nobody is declared dead for that");
      return;
    }
    SortedSet<Endpoint> serving = serving(situation);
    situation
        .observed()
        .endpoints()
        .seen()
        .filter(seen -> !seen.equals(serving))
        .ifPresent(
            seen ->
                draft.step(
                    new Step.Publish(
                        serving,
                        "applications are sent to %s, serving are %s"
                            .formatted(addresses(seen), addresses(serving)))));
  }

  private static SortedSet<Endpoint> serving(Situation situation) {
    return situation.nodes().stream()
        .filter(Node::serving)
        .flatMap(node -> endpoint(node).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<Endpoint> endpoint(Node node) {
    return node.row().map(row -> new Endpoint(row.ip(), node.member().zone()));
  }

  private static String addresses(SortedSet<Endpoint> endpoints) {
    return endpoints.stream().map(Endpoint::ip).toList().toString();
  }

  /** Rows of nodes that have ended and could not remove them. */
  static void rows(Situation situation, Draft draft) {
    int forget = situation.spec().registration().forgetSeconds();
    for (Registry.Row row : situation.registry().rows()) {
      if (row.row() instanceof NodeRow.Fleet fleet
          && row.silence().toSeconds() >= forget
          && ended(fleet, situation)) {
        forget(fleet, draft);
      }
    }
  }

  static boolean ended(NodeRow.Fleet row, Situation situation) {
    String instance = row.beat().who().instance();
    return situation.cloud().ended(instance)
        && situation.nodes().stream().noneMatch(n -> n.instance().equals(instance));
  }

  static void forget(NodeRow.Fleet row, Draft draft) {
    draft.step(
        new Step.Forget(row, row.beat().who().instance() + " has ended and left its row behind"));
  }
}
