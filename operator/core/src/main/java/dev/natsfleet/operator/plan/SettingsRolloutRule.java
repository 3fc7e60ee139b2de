package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.desired.DesiredResources;
import dev.natsfleet.operator.observe.ObjectAnnotations;
import dev.natsfleet.operator.observe.ObservedNode;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.OrderReport;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Applies new settings in place. One node goes first; once it has been ready with them for as long
 * as a silent row counts as alive, they become what booting nodes start with, and the others follow
 * one by one. Until then booting nodes start with those before, also where no node is left. Two
 * nodes that refuse stop it, or the only one, or one that cannot start where booting nodes have
 * nothing else to start with. A node that serves nobody, because it cannot start or because it
 * carries out an older order, is ordered to take them at once: that disturbs nobody.
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
      prove(context, row.get().stableRevision(), revision, plan);
    }
    orderNext(context, SettingsOrder.of(revision, context.cluster()), plan);
  }

  /**
   * A server that was well for a moment is no proof: it may crash, or fall silent, a little later.
   */
  private static void prove(PlanContext context, String stable, String revision, PlanBuilder plan) {
    Optional<ObservedNode> first =
        context.inService().stream()
            .filter(n -> isProof(n, revision))
            .max(Comparator.comparing(n -> context.cluster().readyFor(n)));
    boolean gone = !context.registry().revisions().contains(stable);
    if (first.isPresent()) {
      prove(first.get(), context, revision, plan);
    } else if (gone && isAwaited(context)) {
      promote("settings %s are gone".formatted(stable), context, revision, plan);
    }
  }

  /** Whether a node boots, or is to, and needs settings now. */
  private static boolean isAwaited(PlanContext context) {
    int wanted = context.group().map(NodeGroup::desired).orElse(0);
    return context.inService().size() < Math.max(wanted, context.staying().size());
  }

  private static void prove(
      ObservedNode node, PlanContext context, String revision, PlanBuilder plan) {
    Duration proof = Duration.ofSeconds(context.spec().registration().aliveSeconds());
    String why = node.instance() + " serves with settings " + revision;
    if (context.cluster().readyFor(node).compareTo(proof) >= 0) {
      promote(why, context, revision, plan);
    } else {
      plan.forbidDisruption();
      plan.await(
          Reason.APPLYING_SETTINGS,
          "%s; they are proven, and the others follow, when it has been ready for %d s"
              .formatted(why, proof.toSeconds()));
    }
  }

  private static void promote(String why, PlanContext context, String revision, PlanBuilder plan) {
    plan.step(new Step.PromoteSettings(new ClusterRow(context.desired().owner(), revision), why));
  }

  private static void orderNext(PlanContext context, SettingsOrder settings, PlanBuilder plan) {
    List<ObservedNode> behind =
        context.staying().stream().filter(n -> isBehind(n, settings, context)).toList();
    List<ObservedNode> refused = behind.stream().filter(settings::isRefused).toList();
    behind.stream()
        .filter(n -> !refused.contains(n) && isIdle(n, settings))
        .forEach(n -> send(n, settings, plan::step));
    Optional<ObservedNode> next =
        behind.stream()
            .filter(n -> !refused.contains(n) && !isIdle(n, settings))
            .min(
                Comparator.<ObservedNode, Boolean>comparing(n -> !SettingsOrder.isBusy(n))
                    .thenComparing(ObservedNode::clients)
                    .thenComparing(ObservedNode::instance));
    String revision = settings.revision();
    if (refused.size() >= UnhealthyNodeRule.FAILURES_UNTIL_STOP
        || (!refused.isEmpty() && refused.size() == context.staying().size())
        || isDeadEnd(refused, revision, context)) {
      plan.refuse(Reason.ROLLOUT_FAILED, refusal(revision, refused));
    } else {
      refused.forEach(n -> plan.warn(Reason.ROLLOUT_FAILED, refusal(revision, List.of(n))));
      next.ifPresent(node -> order(node, settings, context, plan));
    }
  }

  private static boolean isBehind(ObservedNode node, SettingsOrder settings, PlanContext context) {
    return node.member().lifecycle().isInService()
        ? settings.isOpen(node)
        : isStuck(node) && !isServedWith(stable(context), context);
  }

  /** What booting nodes start with. */
  private static Optional<String> stable(PlanContext context) {
    return context.registry().cluster().map(ClusterRow::stableRevision);
  }

  private static boolean isServedWith(Optional<String> revision, PlanContext context) {
    return context.inService().stream()
        .anyMatch(node -> node.isServing() && node.revision().equals(revision));
  }

  /** Whether nothing but these settings can be started with, and a node that did is stuck. */
  private static boolean isDeadEnd(
      List<ObservedNode> refused, String revision, PlanContext context) {
    return stable(context).equals(Optional.of(revision))
        && refused.stream().anyMatch(SettingsRolloutRule::isStuck);
  }

  /**
   * Whether it is being launched and cannot start. While nobody serves with what it was to start
   * with, nothing says that these settings are right, and so it is asked about them.
   */
  private static boolean isStuck(ObservedNode node) {
    return node.member().lifecycle().isComing() && node.isInState(NodeState.DEGRADED);
  }

  /** Whether it serves nobody: it is stuck, or carries out an order for other settings. */
  private static boolean isIdle(ObservedNode node, SettingsOrder settings) {
    boolean working = SettingsOrder.isBusy(node) && node.alive() && !node.isServing();
    return (isStuck(node) || working) && !settings.isPending(node);
  }

  private static void send(ObservedNode node, SettingsOrder settings, Consumer<Step> plan) {
    node.row().ifPresent(row -> plan.accept(settings.orderTo(row, why(node, settings))));
  }

  private static String why(ObservedNode node, SettingsOrder settings) {
    return "%s runs with other settings than %s".formatted(node.instance(), settings.revision());
  }

  private static void order(
      ObservedNode node, SettingsOrder settings, PlanContext context, PlanBuilder plan) {
    String why = why(node, settings);
    boolean pending = settings.isPending(node);
    if (!pending && plan.canDisrupt() && node.isReady() && context.areOthersReady(node)) {
      send(node, settings, plan::disrupt);
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
        .concat(
            "; correct spec.server, or set the annotation %s to another value to try it again"
                .formatted(ObjectAnnotations.ROLL_OUT));
  }
}
