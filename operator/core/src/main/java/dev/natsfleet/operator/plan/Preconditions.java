package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.CloudSnapshot;
import dev.natsfleet.operator.observe.ClusterSnapshot;
import dev.natsfleet.operator.observe.RegistrySnapshot;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.ReleaseMark;
import dev.natsfleet.registry.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    return unmarked;
  }

  private static String unmarked(String kind, PlanContext context) {
    return "%s %s.core has no tag natsfleet:owner, so nobody knows whose it is; set it to %s if it is this NatsCluster's, else give this one another name or delete the %s"
        .formatted(kind, context.desired().id().awsName(), context.desired().owner(), kind);
  }

  /** What exists under our names and belongs to somebody else, each as a message. */
  static List<String> foreign(PlanContext context) {
    String owner = context.desired().owner();
    String name = context.desired().id().awsName();
    CloudSnapshot cloud = context.cloud();
    List<String> foreign = new ArrayList<>();
    cloud
        .group()
        .filter(g -> g.owner() != null && !owner.equals(g.owner()))
        .map(g -> belongs("Auto Scaling group " + name + ".core", g.owner()))
        .ifPresent(foreign::add);
    cloud
        .template()
        .filter(t -> t.owner() != null && !owner.equals(t.owner()))
        .map(t -> belongs("launch template " + name + ".core", t.owner()))
        .ifPresent(foreign::add);
    ClusterId id = context.desired().id();
    String tables = "tables " + id.nodesTable() + " and " + id.controlTable();
    tables(context.registry(), id, owner)
        .map(by -> belongs(tables, by.orElse(null)))
        .ifPresent(foreign::add);
    return foreign;
  }

  private static Optional<Optional<String>> tables(
      RegistrySnapshot registry, ClusterId cluster, String owner) {
    Optional<String> row =
        registry
            .cluster()
            .map(c -> c.owner())
            .filter(o -> !o.equals(owner) && !ReleaseMark.isMarkOf(cluster, o));
    boolean foreign = registry.tables() == Tables.State.FOREIGN || row.isPresent();
    return foreign ? Optional.of(row) : Optional.empty();
  }

  private static String belongs(String thing, @Nullable String owner) {
    return "%s belongs to %s; delete it or give this NatsCluster another name"
        .formatted(
            thing,
            owner == null
                ? "nobody known (no tag natsfleet:owner)"
                : "the NatsCluster with UID " + owner);
  }
}
