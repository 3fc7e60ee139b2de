package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.CloudSnapshot;
import dev.natsfleet.operator.observe.ClusterSnapshot;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.observe.ObjectAnnotations;
import dev.natsfleet.operator.observe.RegistrySnapshot;
import dev.natsfleet.operator.port.LaunchTemplate;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.operator.port.ServiceEndpoints.Published;
import dev.natsfleet.registry.ClusterRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What keeps every rule from planning: reads that failed, and resources of somebody else. */
final class Preconditions {

  private Preconditions() {}

  /** Reads that failed and without which nothing is decided. */
  static List<CallFailure> failedReads(ClusterSnapshot cluster) {
    List<CallFailure> failures = new ArrayList<>();
    cluster
        .cloud()
        .failure()
        .map(u -> CallFailure.of(u.kind(), u.message()))
        .ifPresent(failures::add);
    cluster
        .registry()
        .failure()
        .map(u -> CallFailure.ofRegistry(u.kind(), u.message()))
        .ifPresent(failures::add);
    return failures;
  }

  /** What exists under our names without saying whose it is, each as a message. */
  static List<String> unmarked(PlanContext context) {
    CloudSnapshot cloud = context.cloud();
    List<String> unmarked = new ArrayList<>();
    cloud
        .group()
        .filter(g -> g.owner() == null && !g.deleting())
        .map(g -> unmarked("Auto Scaling group", context))
        .ifPresent(unmarked::add);
    cloud
        .template()
        .filter(t -> t.owner() == null)
        .map(t -> unmarked("launch template", context))
        .ifPresent(unmarked::add);
    if (context.registry().holders().contains("")) {
      unmarked.add(unmarked(tables(context.desired()) + " have", "tables", context));
    }
    return unmarked;
  }

  private static String unmarked(String kind, PlanContext context) {
    return unmarked(kind + " " + context.desired().id().awsName() + ".core has", kind, context);
  }

  private static String unmarked(String thing, String kind, PlanContext context) {
    return "%s no tag natsfleet:owner, so nobody knows whose it is; set it to %s if it is this NatsCluster's, else give this one another name or delete the %s"
        .formatted(thing, context.desired().owner(), kind);
  }

  private static String tables(DesiredCluster desired) {
    return "tables %s and %s".formatted(desired.id().nodesTable(), desired.id().controlTable());
  }

  /** What exists under our names and belongs to somebody else, each as a message. */
  static List<String> foreign(PlanContext context) {
    DesiredCluster desired = context.desired();
    String name = desired.id().awsName();
    CloudSnapshot cloud = context.cloud();
    List<String> foreign = new ArrayList<>();
    cloud
        .group()
        .map(NodeGroup::owner)
        .filter(holder -> !desired.canHave(holder))
        .map(holder -> belongs("Auto Scaling group " + name + ".core", holder, desired))
        .ifPresent(foreign::add);
    cloud
        .template()
        .map(LaunchTemplate::owner)
        .filter(holder -> !desired.canHave(holder))
        .map(holder -> belongs("launch template " + name + ".core", holder, desired))
        .ifPresent(foreign::add);
    tableHolders(context.registry())
        .filter(holder -> !desired.canHave(holder))
        .distinct()
        .map(holder -> belongs(tables(desired), holder, desired))
        .forEach(foreign::add);
    if (context.group().isEmpty()) {
      foreign.addAll(unmarkedServices(context));
      foreign.addAll(foreignServices(context));
    }
    return foreign;
  }

  /**
   * Whether the group is somebody else's and template or tables are ours. A fleet that was taken
   * over bears the other's mark everywhere, so this is a question, and nothing is ended for it.
   */
  static boolean isGroupForeignBesideOurs(PlanContext context) {
    DesiredCluster desired = context.desired();
    boolean ours =
        context.template().filter(template -> desired.owns(template.owner())).isPresent()
            || tableHolders(context.registry()).anyMatch(desired::owns);
    return ours && context.group().filter(group -> !desired.canHave(group.owner())).isPresent();
  }

  private static Stream<String> tableHolders(RegistrySnapshot registry) {
    return Stream.concat(
        registry.holders().stream(), registry.cluster().map(ClusterRow::owner).stream());
  }

  /** What has the name of the cluster's Service or its slices and is not ours, as messages. */
  static List<String> foreignServices(PlanContext context) {
    Optional<Published> seen = context.cluster().endpoints().value();
    Map<String, String> others = seen.map(Published::others).orElse(Map.of());
    return others.entrySet().stream()
        .filter(other -> !context.desired().canHave(other.getValue()))
        .filter(other -> seen.filter(p -> p.unmarked().contains(other.getKey())).isEmpty())
        .map(other -> belongs(other.getKey(), other.getValue(), context.desired()))
        .sorted()
        .toList();
  }

  /** What of Service and slices looks like ours and has lost its mark, each as a message. */
  static List<String> unmarkedServices(PlanContext context) {
    Set<String> unmarked =
        context.cluster().endpoints().value().map(Published::unmarked).orElse(Set.of());
    return unmarked.stream()
        .map(
            thing ->
                "%s has no annotation natsfleet.dev/owner, so nobody knows whose it is; set it to %s if it is this NatsCluster's, else delete or rename it"
                    .formatted(thing, context.desired().owner()))
        .sorted()
        .toList();
  }

  private static String belongs(String thing, String holder, DesiredCluster desired) {
    if (holder.isEmpty()) {
      return thing
          + " is not this NatsCluster's (it has no annotation natsfleet.dev/owner); give this"
          + " NatsCluster another name, or delete or rename the other";
    }
    if (desired.deleting()) {
      return "%s belongs to '%s', and this NatsCluster is being deleted; if it is this one's, set its tag natsfleet:owner back to %s; else set deletionPolicy: Retain, which leaves it alone. The annotation %s='%s' would take it over and end it"
          .formatted(thing, holder, desired.owner(), ObjectAnnotations.TAKE_OVER, holder);
    }
    return "%s belongs to '%s'%s; give this NatsCluster another name, or take it over: set spec.paused to see the plan first, and the annotation %s='%s', which changes nothing but its mark"
        .formatted(
            thing,
            holder,
            isOfAnotherFleet(holder, desired) ? otherFleet(desired) : "",
            ObjectAnnotations.TAKE_OVER,
            holder);
  }

  /** Two Kubernetes clusters of one account: AWS names have no fleet in them. */
  private static String otherFleet(DesiredCluster desired) {
    return ", the NatsCluster of this namespace and name in another Kubernetes cluster (this one is '%s'). Names in AWS consist of namespace and name, so one account and Region holds one of the two: use another namespace, Region or account, unless this one replaces the other"
        .formatted(desired.owner());
  }

  /** Whether an object of the same namespace and name, in another Kubernetes, owns it. */
  private static boolean isOfAnotherFleet(String holder, DesiredCluster desired) {
    return !holder.contains(" ") && holder.endsWith("/" + desired.id());
  }
}
