package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.Node;
import dev.natsfleet.operator.settings.Blueprint;
import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.OrderReport;
import dev.natsfleet.registry.OrderReport.Outcome;
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
    List<Node> behind =
        situation.inService().stream()
            .filter(n -> n.revision().filter(r -> !r.equals(revision)).isPresent())
            .toList();
    List<Node> refused = behind.stream().filter(n -> said(n, revision, Outcome.REFUSED)).toList();
    Optional<Node> next =
        behind.stream()
            .filter(n -> !refused.contains(n))
            .min(
                Comparator.<Node, Boolean>comparing(n -> !pending(n, revision))
                    .thenComparing(Node::clients)
                    .thenComparing(Node::instance));
    if (refused.size() >= Healing.PATIENCE) {
      draft.refuse(Reason.ROLLOUT_FAILED, failed(revision, refused));
    } else {
      refused.forEach(n -> draft.warn(Reason.ROLLOUT_FAILED, failed(revision, List.of(n))));
      next.ifPresent(node -> order(node, revision, situation, draft));
    }
  }

  private static void order(Node node, String revision, Situation situation, Draft draft) {
    String why = "%s runs with other settings than %s".formatted(node.instance(), revision);
    boolean pending = pending(node, revision);
    if (!pending && draft.mayDisrupt() && node.ready() && situation.othersServe(node)) {
      node.row().ifPresent(row -> draft.disrupt(give(row, revision, why)));
    } else {
      draft.hold();
      draft.await(
          Reason.APPLYING_SETTINGS,
          why + (pending ? "; it was told" : "; it is told when all others serve"));
    }
  }

  private static Step give(NodeRow.Fleet row, String revision, String why) {
    return new Step.Give(row.beat().who(), new Order.ApplySettings(id(revision), why, revision));
  }

  private static boolean proves(Node node, String revision) {
    return node.ready() && node.revision().equals(Optional.of(revision));
  }

  /** Whether the node has the order and has not answered it. */
  private static boolean pending(Node node, String revision) {
    boolean given =
        node.row()
            .map(NodeRow.Fleet::order)
            .filter(order -> order.id().equals(id(revision)))
            .isPresent();
    return given && !said(node, revision, Outcome.REFUSED) && !said(node, revision, Outcome.DONE);
  }

  private static boolean said(Node node, String revision, Outcome outcome) {
    return answer(node, revision).filter(a -> a.outcome() == outcome).isPresent();
  }

  private static Optional<OrderReport> answer(Node node, String revision) {
    return node.report().map(NodeReport::order).filter(a -> a.id().equals(id(revision)));
  }

  private static String failed(String revision, List<Node> refused) {
    return refused.stream()
        .map(
            n ->
                "%s refused settings %s: %s"
                    .formatted(
                        n.instance(),
                        revision,
                        answer(n, revision).map(OrderReport::why).orElse("")))
        .reduce((a, b) -> a + "; " + b)
        .orElse("")
        .concat("; correct spec.server");
  }

  private static String id(String revision) {
    return "apply-" + revision;
  }
}
