package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.Node;
import dev.natsfleet.operator.settings.Blueprint;
import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.OrderReport;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * New settings, applied in place: one node goes first; once it serves with them they become what
 * booting nodes start with, and the others follow one by one. Two nodes that refuse stop it.
 */
final class Tuning {

  private Tuning() {}

  static void write(Situation situation, Blueprint blueprint, Draft draft) {
    String revision = blueprint.settings().revision();
    Optional<ClusterRow> row = situation.registry().cluster();
    if (row.isEmpty()) {
      return;
    }
    if (!situation.registry().revisions().contains(revision)) {
      draft.step(
          new Step.StoreSettings(
              blueprint.settings(), "the specification asks for settings " + revision));
    }
    if (!row.get().stableRevision().equals(revision)) {
      stabilise(situation, revision, draft);
    }
    move(situation, revision, draft);
  }

  private static void stabilise(Situation situation, String revision, Draft draft) {
    List<Node> proof = situation.inService().stream().filter(n -> proves(n, revision)).toList();
    if (!proof.isEmpty() || situation.inService().isEmpty()) {
      String why =
          proof.isEmpty()
              ? "no node is in service that could try settings " + revision
              : proof.getFirst().instance() + " serves with settings " + revision;
      draft.step(new Step.WriteCluster(new ClusterRow(situation.wish().owner(), revision), why));
    }
  }

  private static void move(Situation situation, String revision, Draft draft) {
    Decision decision = new Decision(revision, situation.wish().generation());
    List<Node> behind = situation.inService().stream().filter(decision::open).toList();
    List<Node> refused = behind.stream().filter(decision::refused).toList();
    Optional<Node> next =
        behind.stream()
            .filter(n -> !refused.contains(n))
            .min(
                Comparator.<Node, Boolean>comparing(n -> !Decision.busy(n))
                    .thenComparing(Node::clients)
                    .thenComparing(Node::instance));
    if (refused.size() >= Healing.PATIENCE) {
      draft.refuse(Reason.ROLLOUT_FAILED, failed(revision, refused));
    } else {
      refused.forEach(n -> draft.warn(Reason.ROLLOUT_FAILED, failed(revision, List.of(n))));
      next.ifPresent(node -> order(node, decision, situation, draft));
    }
  }

  private static void order(Node node, Decision decision, Situation situation, Draft draft) {
    String why =
        "%s runs with other settings than %s".formatted(node.instance(), decision.revision());
    boolean pending = decision.pending(node);
    if (!pending && draft.mayDisrupt() && node.ready() && situation.othersServe(node)) {
      node.row().ifPresent(row -> draft.disrupt(give(row, decision, why)));
    } else {
      draft.hold();
      draft.await(
          Reason.APPLYING_SETTINGS,
          why + (pending ? "; it was told" : "; it is told when all others serve"));
    }
  }

  private static Step give(NodeRow.Fleet row, Decision decision, String why) {
    return new Step.Give(row.beat().who(), decision.order(why));
  }

  private static boolean proves(Node node, String revision) {
    return node.ready() && node.revision().equals(Optional.of(revision));
  }

  private static String failed(String revision, List<Node> refused) {
    return refused.stream()
        .map(
            n ->
                "%s refused settings %s: %s"
                    .formatted(n.instance(), revision, n.answer().map(OrderReport::why).orElse("")))
        .reduce((a, b) -> a + "; " + b)
        .orElse("")
        .concat("; correct spec.server");
  }
}
