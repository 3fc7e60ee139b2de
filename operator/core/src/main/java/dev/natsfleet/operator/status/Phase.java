package dev.natsfleet.operator.status;

import dev.natsfleet.operator.observe.ClusterSnapshot;
import dev.natsfleet.operator.plan.CallFailure;
import dev.natsfleet.operator.plan.Note;
import dev.natsfleet.operator.plan.Plan;
import dev.natsfleet.operator.plan.Reason;
import dev.natsfleet.operator.plan.Step;
import dev.natsfleet.operator.plan.StepDescription;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One word that sums up the cluster, and the reason for it.
 *
 * @param word as the status documents it
 * @param reason stable CamelCase word
 */
record Phase(String word, String reason) {

  private static final Set<String> FIRST = Set.of("", "Pending", "Forming");
  private static final Set<Reason> UPDATES =
      Set.of(
          Reason.APPLYING_SETTINGS,
          Reason.REPLACING_NODE,
          Reason.ROLLOUT_QUEUED,
          Reason.CAPACITY_SHORT,
          Reason.RECOVERING);

  static Phase of(ClusterSnapshot cluster, Plan plan, Optional<Note> stalled, String before) {
    String reason =
        Stream.concat(plan.waits().stream().map(Note::reason), plan.steps().stream().map(Phase::of))
            .map(Reason::text)
            .findFirst()
            .orElseGet(() -> standing(cluster, plan).text());
    if (cluster.desired().spec().paused()) {
      return new Phase("Paused", Reason.PAUSED.text());
    }
    if (stalled.isPresent()) {
      return new Phase("Stalled", stalled.get().reason().text());
    }
    return cluster.desired().deleting()
        ? new Phase("Deleting", reason)
        : new Phase(moving(cluster, plan, before), reason);
  }

  /** Why it is as it is while nothing moves: ready, or what is not well. */
  private static Reason standing(ClusterSnapshot cluster, Plan plan) {
    Optional<Reason> unseen = unseen(cluster);
    if (unseen.isPresent()) {
      return unseen.get();
    }
    if (!cluster.isRegistryTrusted()) {
      return cluster.registry().failure().isPresent()
          ? Reason.REGISTRY_UNREACHABLE
          : Reason.REGISTRY_SILENT;
    }
    Reason unready = NodeCounts.of(cluster).isComplete() ? Reason.ALL_READY : Reason.NOT_READY;
    return plan.warnings().stream().map(Note::reason).findFirst().orElse(unready);
  }

  /** Why the AWS side cannot be seen, if it cannot. */
  static Optional<Reason> unseen(ClusterSnapshot cluster) {
    return cluster
        .cloud()
        .failure()
        .map(failure -> CallFailure.of(failure.kind(), failure.message()).note().reason());
  }

  private static String moving(ClusterSnapshot cluster, Plan plan, String before) {
    if (cluster.cloud().value().isPresent() && cluster.group().isEmpty()) {
      return "Pending";
    }
    boolean complete = NodeCounts.of(cluster).isComplete();
    if (FIRST.contains(before) && !complete) {
      return "Forming";
    }
    if (update(plan).isPresent()) {
      return "Updating";
    }
    return plan.waits().isEmpty() && plan.steps().isEmpty() ? "Running" : "Scaling";
  }

  /** What is planned or awaited because nodes do not run as declared. */
  static Optional<Note> update(Plan plan) {
    Stream<Note> steps =
        plan.steps().stream()
            .map(step -> new Note(of(step), StepDescription.of(step).what() + ": " + step.why()));
    return Stream.concat(plan.waits().stream(), steps)
        .filter(note -> UPDATES.contains(note.reason()))
        .findFirst();
  }

  private static Reason of(Step step) {
    return StepDescription.of(step).reason();
  }
}
