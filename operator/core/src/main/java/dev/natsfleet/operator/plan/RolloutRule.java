package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.desired.DesiredResources;
import dev.natsfleet.operator.desired.ResourceTags;
import dev.natsfleet.operator.observe.ObjectAnnotations;
import dev.natsfleet.operator.observe.ObservedNode;
import dev.natsfleet.operator.port.Instances.ObservedInstance;
import dev.natsfleet.operator.port.LaunchTemplate;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.operator.port.NodeGroups.CapacityPolicy;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.StepJournal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Replaces nodes that were launched from another template, or in a subnet that is no longer listed,
 * one after the other, each when all others serve. It waits and never goes on by a timeout. After
 * two failed launches in a row the group returns to the template that serves. While something that
 * the specification names cannot be found it replaces nobody.
 */
final class RolloutRule {

  private RolloutRule() {}

  static void plan(PlanContext context, DesiredResources resources, PlanBuilder plan) {
    Optional<NodeGroup> group = context.group();
    if (group.isEmpty() || resources.held()) {
      return;
    }
    List<ObservedNode> old = old(context, resources);
    Optional<StepJournal.Entry> rejection = TemplateRollback.rejection(context, resources);
    boolean done = old.isEmpty() && group.get().failures().inARow() == 0 && isWhole(context);
    if (rejection.isPresent()) {
      plan.refuse(Reason.ROLLOUT_FAILED, failed(rejection.get(), context, resources));
    } else if (!old.isEmpty() && isFailing(context, resources)) {
      rollBack(context, resources, old, plan);
    } else if (!old.isEmpty()) {
      rollOut(old, context, resources, plan);
    } else if (!done
        && TemplateRollback.isTried(context, resources)
        && !isShortOfCapacity(context)) {
      plan.rollOut(1);
    }
    TemplateRollback.endStaleEntries(context, resources, done, plan);
  }

  private static boolean isWhole(PlanContext context) {
    return context.areReadyBut(node -> false);
  }

  /**
   * One cluster of an operator rolls out at a time, so that a bad image is found in one of them.
   * While AWS has no room for a node, another may.
   */
  private static void rollOut(
      List<ObservedNode> old, PlanContext context, DesiredResources resources, PlanBuilder plan) {
    Optional<ClusterId> other = context.cluster().otherRollout();
    if (isShortOfCapacity(context)) {
      plan.await(
          Reason.CAPACITY_SHORT,
          "%d nodes are not of template %s or not in a listed subnet; they are replaced when AWS has room for another"
              .formatted(old.size(), resources.templateHash()));
    } else if (other.isPresent()) {
      plan.await(
          Reason.ROLLOUT_QUEUED,
          "%d nodes are not of template %s or not in a listed subnet; they are replaced when the rollout of %s is over"
              .formatted(old.size(), resources.templateHash(), other.get()));
    } else {
      plan.rollOut(old.size());
      replace(old, context, resources, plan);
    }
  }

  private static boolean isShortOfCapacity(PlanContext context) {
    return context.group().filter(group -> group.failures().isShortOfCapacity()).isPresent();
  }

  /** Whether the group launches from the wanted template and its launches fail. */
  private static boolean isFailing(PlanContext context, DesiredResources resources) {
    long wanted = GroupCreationRule.wanted(context, resources).number();
    return context.group().map(NodeGroup::templateVersion).filter(v -> v == wanted).isPresent()
        && TemplateRollback.failures(context, resources) >= UnhealthyNodeRule.FAILURES_UNTIL_STOP;
  }

  /**
   * Whether a cluster of one node gets its new node before the old one goes: the other way round
   * would interrupt service. What has begun is finished, whichever cluster rolls out meanwhile.
   */
  static boolean needsSurge(PlanContext context, DesiredResources resources) {
    boolean begun = context.staying().size() > 1;
    return resources.ownsCapacity()
        && (begun || context.cluster().otherRollout().isEmpty())
        && Objects.equals(resources.size().desired(), 1)
        && resources.size().max() > 1
        && !resources.held()
        && TemplateRollback.rejection(context, resources).isEmpty()
        && !old(context, resources).isEmpty();
  }

  private static List<ObservedNode> old(PlanContext context, DesiredResources resources) {
    return context.inService().stream().filter(n -> isOutdated(n, context, resources)).toList();
  }

  private static void replace(
      List<ObservedNode> old, PlanContext context, DesiredResources resources, PlanBuilder plan) {
    ObservedNode next =
        old.stream()
            .min(
                Comparator.comparing(ObservedNode::isReady)
                    .thenComparing(ObservedNode::clients)
                    .thenComparing(ObservedNode::instance))
            .orElseThrow();
    int staying = context.staying().size();
    boolean surge = needsSurge(context, resources);
    String why =
        "%s is not of template %s or not in a listed subnet; %d to go%s"
            .formatted(
                next.instance(),
                resources.templateHash(),
                old.size(),
                staying == 1 && !surge ? interruption() : "");
    if (plan.canDisrupt() && context.areOthersReady(next) && (staying > 1 || !surge)) {
      CapacityPolicy capacity =
          surge && old.size() == 1 ? CapacityPolicy.SHRINK : CapacityPolicy.KEEP;
      plan.disrupt(new Step.Terminate(next.instance(), capacity, why));
    } else {
      plan.forbidDisruption();
      plan.await(Reason.RECOVERING, why + "; it is replaced when all others serve");
    }
  }

  private static String interruption() {
    return "; it is the only node: clients have no server until its replacement serves (with"
        + " spec.core.max of 2 or more and capacityOwner Operator the replacement comes first)";
  }

  private static boolean isOutdated(
      ObservedNode node, PlanContext context, DesiredResources resources) {
    Optional<String> hash = templateHash(node, context);
    Optional<ObservedInstance> machine = context.cloud().instance(node.instance());
    if (hash.isEmpty() && machine.isEmpty()) {
      return false; // what EC2 does not list is unknown, not old
    }
    return !hash.equals(Optional.of(resources.templateHash()))
        || machine
            .map(ObservedInstance::subnet)
            .filter(subnet -> !resources.subnets().contains(subnet))
            .isPresent();
  }

  /** Its tag knows what it was launched from when somebody has deleted the template since. */
  private static Optional<String> templateHash(ObservedNode node, PlanContext context) {
    Long number = node.member().templateVersion();
    return context.template().stream()
        .flatMap(t -> t.versions().stream())
        .filter(v -> number != null && v.number() == number)
        .map(LaunchTemplate.Version::hash)
        .findFirst()
        .or(
            () ->
                context
                    .cloud()
                    .instance(node.instance())
                    .map(machine -> machine.tags().get(ResourceTags.TEMPLATE)));
  }

  private static void rollBack(
      PlanContext context, DesiredResources resources, List<ObservedNode> old, PlanBuilder plan) {
    LaunchTemplate.Version wanted = GroupCreationRule.wanted(context, resources);
    String cause = cause(context, resources, wanted);
    Optional<LaunchTemplate.Version> back = TemplateRollback.fallback(context, wanted);
    if (back.isPresent()) {
      plan.step(
          new Step.RollBack(
              resources.group(back.get()),
              wanted.hash(),
              context.desired().request(),
              cause,
              "%d nodes keep template %s, which serves".formatted(old.size(), back.get().hash())));
    } else {
      plan.refuse(
          Reason.ROLLOUT_FAILED,
          "template %s: %s; %d nodes keep their old template; correct spec.nodes"
              .formatted(wanted.hash(), cause, old.size()));
    }
  }

  /** What AWS reports of the launches, and what the agents report that do not serve. */
  private static String cause(
      PlanContext context, DesiredResources resources, LaunchTemplate.Version wanted) {
    String said =
        context.nodes().stream()
            .filter(n -> Objects.equals(n.member().templateVersion(), wanted.number()))
            .filter(n -> !n.isServing())
            .flatMap(n -> n.report().map(NodeReport::why).filter(w -> !w.isEmpty()).stream())
            .map(why -> ", its agent says: " + why)
            .distinct()
            .collect(Collectors.joining());
    return "the last %d launches failed (%s)%s"
        .formatted(
            TemplateRollback.failures(context, resources),
            context.group().map(g -> g.failures().message()).orElse(""),
            said);
  }

  private static String failed(
      StepJournal.Entry rejection, PlanContext context, DesiredResources resources) {
    return "%s; nodes are launched from template %s again; correct spec.nodes, or have the same tried anew once its cause is gone: kubectl annotate natscluster %s -n %s --overwrite %s=<anything new>"
        .formatted(
            rejection.step(),
            TemplateRollback.target(context, resources).hash(),
            context.desired().id().name(),
            context.desired().id().namespace(),
            ObjectAnnotations.ROLL_OUT);
  }
}
