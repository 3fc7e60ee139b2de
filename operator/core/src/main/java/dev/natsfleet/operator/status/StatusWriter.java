package dev.natsfleet.operator.status;

import dev.natsfleet.crds.Condition;
import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.crds.NatsClusterStatus.PlannedStep;
import dev.natsfleet.operator.observe.Node;
import dev.natsfleet.operator.observe.Observed;
import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.plan.Note;
import dev.natsfleet.operator.plan.Plan;
import dev.natsfleet.operator.plan.Reason;
import dev.natsfleet.operator.plan.Step;
import dev.natsfleet.operator.plan.StepWords;
import dev.natsfleet.operator.plan.Trouble;
import dev.natsfleet.operator.port.Endpoints.Endpoint;
import dev.natsfleet.registry.ClusterId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the status of a cluster. */
public final class StatusWriter {

  private static final String PORT = ":4222";

  private StatusWriter() {}

  /**
   * The status after a look, a plan and an attempt at it.
   *
   * @param troubles calls that failed on the way
   * @param before the status that stood there, or null
   * @param now time of transitions that happen now
   */
  public static NatsClusterStatus write(
      Observed observed,
      Plan plan,
      List<Trouble> troubles,
      @Nullable NatsClusterStatus before,
      Instant now) {
    long generation = observed.wish().generation();
    Census census = Census.of(observed);
    Phase phase =
        Phase.of(
            observed,
            plan,
            Judgements.stalled(plan, troubles).stream().findFirst(),
            before == null ? "" : before.phase());
    return new NatsClusterStatus(
        generation,
        phase.word(),
        phase.reason(),
        census.ready(),
        census.desired(),
        Census.agreed(observed, StatusWriter::version),
        Census.agreed(observed, Node::revision),
        selector(observed.wish().id()),
        endpoints(observed),
        NodeTable.lines(observed),
        steps(plan),
        Conditions.merge(
            before == null ? List.of() : before.conditions(),
            Judgements.of(observed, plan, troubles),
            generation,
            now));
  }

  /**
   * The status after a pass that ended in an error: what stood there, and Degraded.
   *
   * @param before the status that stood there, or null
   */
  public static NatsClusterStatus failed(
      Wish wish, Note error, @Nullable NatsClusterStatus before, Instant now) {
    NatsClusterStatus last = before == null ? nothingKnown() : before;
    List<Condition> conditions = new ArrayList<>(last.conditions());
    conditions.removeIf(condition -> condition.type().equals(Judgements.DEGRADED));
    conditions.addAll(
        Conditions.merge(
            last.conditions(), List.of(Judgements.degraded(error)), wish.generation(), now));
    return new NatsClusterStatus(
        last.observedGeneration(),
        last.phase(),
        last.reason(),
        last.ready(),
        last.desired(),
        last.version(),
        last.revision(),
        selector(wish.id()),
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
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The Service first, then every server, for those who cannot resolve its name. */
  private static List<String> endpoints(Observed observed) {
    SortedSet<Endpoint> seen = observed.endpoints().seen().orElse(Collections.emptySortedSet());
    if (seen.isEmpty()) {
      return List.of();
    }
    ClusterId id = observed.wish().id();
    List<String> urls = new ArrayList<>();
    urls.add("nats://" + id.name() + "." + id.namespace() + ".svc" + PORT);
    seen.stream().map(endpoint -> "nats://" + endpoint.ip() + PORT).forEach(urls::add);
    return urls;
  }

  private static String selector(ClusterId id) {
    return "natsfleet.dev/cluster=" + id.name();
  }

  private static Optional<String> version(Node node) {
    return node.row()
        .filter(row -> node.alive())
        .map(row -> row.beat().software().server())
        .filter(version -> !version.isEmpty());
  }

  private static List<PlannedStep> steps(Plan plan) {
    return Stream.concat(plan.steps().stream(), plan.later().stream())
        .map(StatusWriter::planned)
        .toList();
  }

  private static PlannedStep planned(Step step) {
    return new PlannedStep(StepWords.of(step).what(), step.why());
  }
}
