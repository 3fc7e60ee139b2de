package dev.natsfleet.operator.plan;

import static dev.natsfleet.operator.plan.PlanRule.alsoWithoutRegistry;
import static dev.natsfleet.operator.plan.PlanRule.always;
import static dev.natsfleet.operator.plan.PlanRule.ifFleetExists;
import static dev.natsfleet.operator.plan.PlanRule.ifGroupExists;
import static dev.natsfleet.operator.plan.PlanRule.ifSpecified;

import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.operator.observe.ClusterSnapshot;
import java.util.List;
import java.util.Optional;

/** Decides what happens to a cluster next. */
public final class ClusterPlanner {

  /**
   * The rules, in the order in which they add to a plan. The page {@code
   * docs/reference/plan-rules.md} is rendered from this table.
   */
  static final List<PlanRule> RULES =
      List.of(
          always(
              TakeOverRule.class,
              "the mark of this owner on what an earlier NatsCluster released, or what the"
                  + " annotation natsfleet.dev/take-over gives to this one",
              "Before everything: no other rule writes to what is not marked as ours.",
              TakeOverRule::plan),
          alsoWithoutRegistry(
              EndpointsRule.class,
              "the addresses in the EndpointSlices: those of the nodes that serve, and published"
                  + " ones of which nobody reports that their server is gone; the correction of"
                  + " what somebody changed in Service and slices",
              "Early: clients must not be sent to a node that no longer serves, whatever is wrong"
                  + " with the specification, and no wait of a later rule may delay it.",
              EndpointsRule::plan),
          alsoWithoutRegistry(
              LifecycleHookRule.class,
              "the completion of hooks that no agent completes, of machines that are gone and of"
                  + " nodes that serve",
              "Before everything that waits for members that come or leave. It depends on nothing"
                  + " but the group and the node.",
              LifecycleHookRule::plan),
          always(
              SpecificationRule.class,
              "no step; refuses a specification that contradicts itself or names what does not"
                  + " exist in the Region",
              "Before every rule that creates something, so that a specification that cannot be met"
                  + " makes no new cluster, and lets a running fleet go on with the template and"
                  + " the subnets that its group has. After the endpoints, which do not depend on"
                  + " it.",
              SpecificationRule::plan),
          ifSpecified(
              GroupCreationRule.class,
              "a launch template version for the specification, and the group with size zero",
              "Before the tables: AWS refuses a wrong image, subnet or instance profile here at"
                  + " once, and with size zero no node is launched yet.",
              GroupCreationRule::plan),
          ifSpecified(
              TablesRule.class,
              "the two tables, the first settings and the cluster's row",
              "Before the group gets its size: a node reads them when it boots. While a table is"
                  + " being created, all steps that follow are postponed.",
              TablesRule::plan),
          ifFleetExists(
              ReplacementGuard.class,
              "no step; forbids disruption while a replacement that was begun is not complete, or"
                  + " no agent is heard",
              "Before every rule that disturbs a node: one disturbance at a time, also for an"
                  + " operator that has just been restarted; and none in the dark.",
              ReplacementGuard::plan),
          ifGroupExists(
              DriftRule.class,
              "one correction for each field of the group and the template that differs",
              "Before every rule that causes a launch: what is launched from now on is launched as"
                  + " specified.",
              DriftRule::plan),
          ifGroupExists(
              InstanceTagsRule.class,
              "the correction of tags of instances in service",
              "Beside the group's own: it gives its tags to what it launches and to nothing else."
                  + " Nothing depends on it.",
              InstanceTagsRule::plan),
          ifGroupExists(
              ZoneBalanceRule.class,
              "one more node, where one zone has at least two fewer than another and nothing has"
                  + " changed for a while; scale-in then retires one of the fullest zone",
              "Before scaling, which holds the larger size until the new node serves. It begins"
                  + " only when no earlier rule disturbs a node.",
              ZoneBalanceRule::plan),
          ifSpecified(
              ScalingRule.class,
              "the size of the group; scale-in of one chosen node after the other",
              "Before repair and rollout: a node that is to go anyway is not replaced first, and"
                  + " scale-in takes the one permitted disruption.",
              ScalingRule::plan),
          ifFleetExists(
              UnhealthyNodeRule.class,
              "the replacement of one node that will not recover",
              "Before the rollouts: replacing a node that serves nobody restores capacity,"
                  + " replacing an outdated one costs some.",
              UnhealthyNodeRule::plan),
          ifGroupExists(
              RolloutRule.class,
              "the replacement of one node of an outdated template or subnet, or the return to the"
                  + " template that serves",
              "Before the settings: a node that is about to be replaced is not disturbed for new"
                  + " settings first.",
              RolloutRule::plan),
          ifGroupExists(
              SettingsRolloutRule.class,
              "new settings: stored, ordered to one node, made stable, then ordered to the others",
              "Last of the rules that disturb a node, since settings are applied in place and can"
                  + " wait longest.",
              SettingsRolloutRule::plan),
          ifGroupExists(
              GarbageCollectionRule.class,
              "the deletion of template versions and settings that nothing uses",
              "After every rule that may still ask for one of them.",
              GarbageCollectionRule::plan),
          always(
              StaleRowRule.class,
              "the removal of rows whose instance has ended",
              "After the rules that serve clients: a stale row harms nobody, and waits with the"
                  + " other steps while a table is being created.",
              StaleRowRule::plan),
          always(
              ProgressRule.class,
              "no step; waits for nodes that start or leave, and warns of nodes that do not serve",
              "After the rules that decide: the first wait is the one that status shows as reason,"
                  + " and a decision says more than a count of nodes.",
              ProgressRule::plan),
          always(
              JournalRule.class,
              "the end of journal entries whose effect has been seen",
              "Last: an entry is ended only if no rule has planned its step again.",
              JournalRule::plan));

  private ClusterPlanner() {}

  /** The plan that follows from what was observed, and from nothing else. */
  public static Plan plan(ClusterSnapshot cluster) {
    return PlanContext.of(cluster)
        .map(context -> plan(context, new PlanBuilder()))
        .orElseGet(() -> planUnread(cluster));
  }

  /** Group and EC2 say which machines are gone: no client is sent there, and no hook waits. */
  private static Plan planUnread(ClusterSnapshot cluster) {
    PlanBuilder plan = new PlanBuilder();
    PlanContext.withoutRegistry(cluster)
        .filter(context -> context.hasGroup() && !context.desired().deleting())
        .filter(context -> Preconditions.unmarked(context).isEmpty())
        .ifPresent(context -> planUnread(context, plan));
    Preconditions.failedReads(cluster).forEach(failure -> failure.addTo(plan));
    return plan.build(false);
  }

  private static void planUnread(PlanContext context, PlanBuilder plan) {
    if (Preconditions.foreign(context).isEmpty()) {
      RULES.stream()
          .filter(rule -> rule.scope() == PlanRule.Scope.CLOUD)
          .forEach(rule -> rule.plan(context, plan));
    } else {
      EndpointsRule.planForeign(context, plan);
    }
  }

  /**
   * The plan while a creation counts as refused: the way back to nothing if the cluster never
   * served. A cluster that was ever there is planned as always.
   *
   * @param refusal why the creation was refused; empty if it was not
   */
  public static Plan plan(ClusterSnapshot cluster, Optional<Note> refusal) {
    return refusal
        .flatMap(why -> CreationRollback.plan(cluster, why))
        .orElseGet(() -> plan(cluster));
  }

  /** Whether a refused step is to be answered by taking the whole creation back. */
  public static boolean canRollBackCreation(ClusterSnapshot cluster) {
    return CreationRollback.context(cluster).isPresent();
  }

  /** Without the group, a deletion would take the tables from under nodes that run on. */
  private static boolean endsForeignFleet(PlanContext context) {
    return context.spec().deletionPolicy() != DeletionPolicy.Retain
        && Preconditions.isGroupForeignBesideOurs(context);
  }

  private static Plan plan(PlanContext context, PlanBuilder plan) {
    List<String> unmarked = Preconditions.unmarked(context);
    if (!unmarked.isEmpty()) {
      unmarked.forEach(message -> plan.refuse(Reason.OWNER_UNKNOWN, message));
      EndpointsRule.plan(context, plan); // clients are not sent to dead nodes meanwhile
      return plan.build(false);
    }
    if (context.desired().deleting() && !Preconditions.unmarkedServices(context).isEmpty()) {
      EndpointsRule.plan(context, plan); // says which mark is missing
      return plan.build(false);
    }
    if (context.desired().deleting() && endsForeignFleet(context)) {
      Preconditions.foreign(context)
          .forEach(message -> plan.refuse(Reason.FOREIGN_RESOURCE, message));
      EndpointsRule.planForeign(context, plan);
      return plan.build(false);
    }
    if (context.desired().deleting()) {
      Optional<String> guard = DeletionPlan.guard(context);
      if (guard.isEmpty()) {
        return DeletionPlan.plan(context, plan);
      }
      plan.refuse(Reason.DELETION_GUARDED, guard.get());
    }
    List<String> foreign = Preconditions.foreign(context);
    foreign.forEach(message -> plan.refuse(Reason.FOREIGN_RESOURCE, message));
    if (foreign.isEmpty()) {
      RULES.forEach(rule -> rule.plan(context, plan));
    } else if (TakeOverRule.canHaveGroup(context)) {
      EndpointsRule.plan(context, plan); // our nodes serve on, whosesoever the rest is
    } else {
      EndpointsRule.planForeign(context, plan);
    }
    return plan.build(false);
  }
}
