package dev.natsfleet.operator.status;

import dev.natsfleet.crds.Condition;
import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.crds.NatsClusterStatus.PlannedStep;
import dev.natsfleet.operator.observe.ClusterSnapshot;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.observe.ObservedNode;
import dev.natsfleet.operator.plan.CallFailure;
import dev.natsfleet.operator.plan.Note;
import dev.natsfleet.operator.plan.Plan;
import dev.natsfleet.operator.plan.Reason;
import dev.natsfleet.operator.plan.Step;
import dev.natsfleet.operator.plan.StepDescription;
import dev.natsfleet.operator.port.ServiceEndpoints.Endpoint;
import dev.natsfleet.operator.port.ServiceEndpoints.Published;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.values.Redaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Renders the status of a cluster. */
public final class StatusRenderer {

  private static final String PORT = ":4222";

  private StatusRenderer() {}

  /**
   * The status of a cluster that was observed and planned for.
   *
   * @param failures calls that failed in this pass
   * @param before the status that the object has, or null
   * @param now time of transitions that happen now
   */
  public static NatsClusterStatus render(
      ClusterSnapshot cluster,
      Plan plan,
      List<CallFailure> failures,
      @Nullable NatsClusterStatus before,
      Instant now) {
    long generation = cluster.desired().generation();
    Optional<NatsClusterStatus> last =
        Optional.ofNullable(before).filter(b -> cluster.cloud().failure().isPresent());
    NodeCounts counts = NodeCounts.of(cluster, before);
    Phase phase =
        Phase.of(
            cluster,
            plan,
            ConditionRules.stalled(plan, failures).stream().findFirst(),
            before == null ? "" : before.phase());
    return new NatsClusterStatus(
        generation,
        phase.word(),
        phase.reason(),
        counts.ready(),
        counts.replicas(),
        counts.desired(),
        NodeCounts.agreed(cluster, StatusRenderer::version),
        NodeCounts.agreed(cluster, ObservedNode::revision),
        selector(cluster.desired().id()),
        cluster.endpoints().failure().isPresent() && before != null
            ? before.endpoints()
            : endpoints(cluster),
        last.map(b -> NodeStatuses.renderUnread(b.nodes()))
            .orElseGet(() -> NodeStatuses.render(cluster)),
        steps(plan),
        Conditions.merge(
            before == null ? List.of() : before.conditions(),
            ConditionRules.judge(cluster, plan, failures),
            generation,
            now));
  }

  /**
   * The status after a pass that ended in an internal error: the last one, and Degraded.
   *
   * @param before the status that the object has, or null
   */
  public static NatsClusterStatus renderFailure(
      DesiredCluster desired, Note error, @Nullable NatsClusterStatus before, Instant now) {
    NatsClusterStatus last = before == null ? nothingKnown() : before;
    List<Condition> conditions = new ArrayList<>(last.conditions());
    conditions.removeIf(condition -> condition.type().equals(ConditionRules.DEGRADED));
    conditions.addAll(
        Conditions.merge(
            last.conditions(), List.of(ConditionRules.degraded(error)), desired.generation(), now));
    return new NatsClusterStatus(
        last.observedGeneration(),
        last.phase(),
        last.reason(),
        last.ready(),
        last.replicas(),
        last.desired(),
        last.version(),
        last.revision(),
        selector(desired.id()),
        last.endpoints(),
        last.nodes(),
        last.plan(),
        conditions);
  }

  private static NatsClusterStatus nothingKnown() {
    return new NatsClusterStatus(
        null,
        "Pending",
        Reason.INTERNAL_ERROR.text(),
        0,
        0,
        0,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The Service first, then every server, for those who cannot resolve its name. */
  private static List<String> endpoints(ClusterSnapshot cluster) {
    SortedSet<Endpoint> seen =
        cluster.endpoints().value().map(Published::endpoints).orElse(Collections.emptySortedSet());
    if (seen.isEmpty()) {
      return List.of();
    }
    ClusterId id = cluster.desired().id();
    List<String> urls = new ArrayList<>();
    urls.add("nats://" + id.name() + "." + id.namespace() + ".svc" + PORT);
    seen.stream().map(endpoint -> "nats://" + endpoint.ip() + PORT).forEach(urls::add);
    return urls;
  }

  private static String selector(ClusterId id) {
    return "natsfleet.dev/cluster=" + id.name();
  }

  private static Optional<String> version(ObservedNode node) {
    return node.row()
        .filter(row -> node.alive())
        .map(row -> row.beat().software().server())
        .filter(version -> !version.isEmpty());
  }

  private static List<PlannedStep> steps(Plan plan) {
    return Stream.concat(plan.steps().stream(), plan.later().stream())
        .map(StatusRenderer::planned)
        .toList();
  }

  private static PlannedStep planned(Step step) {
    return new PlannedStep(
        Redaction.urls(StepDescription.of(step).what()), Redaction.urls(step.why()));
  }
}
