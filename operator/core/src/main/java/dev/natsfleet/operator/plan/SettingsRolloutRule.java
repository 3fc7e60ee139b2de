package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.desired.DesiredResources;
import dev.natsfleet.operator.observe.ObservedNode;
import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.OrderReport;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Applies new settings in place. One node goes first; once it serves with them, they become what
 * booting nodes start with, and the others follow one by one. Two nodes that refuse stop it.
 */
final class SettingsRolloutRule {

  private SettingsRolloutRule() {}

  static void plan(PlanContext context, DesiredResources resources, PlanBuilder plan) {
    String revision = resources.settings().revision();
    Optional<ClusterRow> row = context.registry().cluster();
    if (row.isEmpty()) {
      return;
    }
    if (!context.registry().revisions().contains(revision)) {
      plan.step(
          new Step.StoreSettings(
              resources.settings(), "the specification asks for settings " + revision));
    }
    if (!row.get().stableRevision().equals(revision)) {
      promote(context, revision, plan);
    }
    orderNext(context, revision, plan);
  }

  private static void promote(PlanContext context, String revision, PlanBuilder plan) {
    List<ObservedNode> proof =
        context.inService().stream().filter(n -> isProof(n, revision)).toList();
    if (!proof.isEmpty() || context.inService().isEmpty()) {
      String why =
          proof.isEmpty()
              ? "no node is in service that could try settings " + revision
              : proof.getFirst().instance() + " serves with settings " + revision;
      plan.step(new Step.PromoteSettings(new ClusterRow(context.desired().owner(), revision), why));
    }
  }

  private static void orderNext(PlanContext context, String revision, PlanBuilder plan) {
    SettingsOrder settings = new SettingsOrder(revision, context.desired().generation());
    List<ObservedNode> behind = context.inService().stream().filter(settings::isOpen).toList();
    List<ObservedNode> refused = behind.stream().filter(settings::isRefused).toList();
    Optional<ObservedNode> next =
        behind.stream()
            .filter(n -> !refused.contains(n))
            .min(
                Comparator.<ObservedNode, Boolean>comparing(n -> !SettingsOrder.isBusy(n))
                    .thenComparing(ObservedNode::clients)
                    .thenComparing(ObservedNode::instance));
    if (refused.size() >= UnhealthyNodeRule.FAILURES_UNTIL_STOP) {
      plan.refuse(Reason.ROLLOUT_FAILED, refusal(revision, refused));
    } else {
      refused.forEach(n -> plan.warn(Reason.ROLLOUT_FAILED, refusal(revision, List.of(n))));
      next.ifPresent(node -> order(node, settings, context, plan));
    }
  }

  private static void order(
      ObservedNode node, SettingsOrder settings, PlanContext context, PlanBuilder plan) {
    String why =
        "%s runs with other settings than %s".formatted(node.instance(), settings.revision());
    boolean pending = settings.isPending(node);
    if (!pending && plan.canDisrupt() && node.isReady() && context.areOthersReady(node)) {
      node.row().ifPresent(row -> plan.disrupt(settings.orderTo(row, why)));
    } else {
      plan.forbidDisruption();
      plan.await(
          Reason.APPLYING_SETTINGS,
          why
              + (pending
                  ? "; it has been ordered to take them"
                  : "; it is ordered to take them when all others serve"));
    }
  }

  private static boolean isProof(ObservedNode node, String revision) {
    return node.isReady() && node.revision().equals(Optional.of(revision));
  }

  private static String refusal(String revision, List<ObservedNode> refused) {
    return refused.stream()
        .map(
            n ->
                "%s refused settings %s: %s"
                    .formatted(
                        n.instance(), revision, n.orderReport().map(OrderReport::why).orElse("")))
        .reduce((a, b) -> a + "; " + b)
        .orElse("")
        .concat("; correct spec.server");
  }
}
