package dev.natsfleet.operator.loop;

import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.operator.observe.Observed;
import dev.natsfleet.operator.observe.Observer;
import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.plan.ClusterPlanner;
import dev.natsfleet.operator.plan.Note;
import dev.natsfleet.operator.plan.Plan;
import dev.natsfleet.operator.plan.Reason;
import dev.natsfleet.operator.plan.Trouble;
import dev.natsfleet.operator.port.Ports;
import dev.natsfleet.operator.status.StatusWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The loop of one cluster. One object lives as long as the operator looks after the cluster: it
 * remembers since when rows are silent and what has been told, and loses nothing else when it is
 * lost. Not thread safe: passes of one cluster follow one another.
 */
public final class ClusterLoop {

  private static final Duration MOVING = Duration.ofSeconds(2);
  private static final Duration HASTELESS = Duration.ofSeconds(5);
  private static final Duration RESTING = Duration.ofSeconds(15);

  /** Looks in one pass; a plan that takes more goes on in the next pass. */
  private static final int LOOKS = 12;

  private final Ports ports;
  private final Clocks clocks;
  private final Observer observer;
  private final Telling telling;

  public ClusterLoop(Ports ports, Clocks clocks) {
    this.ports = ports;
    this.clocks = clocks;
    this.observer = new Observer(ports, clocks.nanos());
    this.telling = new Telling(ports.events());
  }

  /**
   * Makes one pass. Failed calls are part of the outcome, not exceptions.
   *
   * @param before the status that the object has, or null
   * @param announce writes a status into the object: the plan, before its first step is made
   */
  public Outcome run(
      Wish wish, @Nullable NatsClusterStatus before, Consumer<NatsClusterStatus> announce) {
    Round round = new Round(ports, clocks.wall());
    Announcing announcing = new Announcing(before, announce, clocks.wall());
    Observed observed = observer.observe(wish);
    Plan plan = ClusterPlanner.plan(observed);
    boolean paused = wish.spec().paused();
    for (int look = 1; look < LOOKS && !paused; look++) {
      announcing.show(observed, plan);
      if (!round.apply(observed, plan) || plan.last()) {
        break;
      }
      observed = observer.observe(wish);
      plan = ClusterPlanner.plan(observed);
    }
    telling.tell(plan, round.made(), round.troubles());
    NatsClusterStatus status =
        StatusWriter.write(
            observed, plan, round.troubles(), announcing.newest(), clocks.wall().instant());
    boolean gone = plan.last() && round.made().containsAll(plan.steps());
    return gone ? new Outcome.Gone(status) : judge(plan, round, status, paused);
  }

  private static Outcome judge(Plan plan, Round round, NatsClusterStatus status, boolean paused) {
    Optional<Note> refusal =
        Stream.concat(
                plan.refusals().stream(),
                round.troubles().stream().filter(t -> !t.passing()).map(Trouble::note))
            .findFirst();
    Optional<Note> passing =
        round.troubles().stream().filter(Trouble::passing).map(Trouble::note).findFirst();
    if (paused) {
      return new Outcome.Settled(status, RESTING);
    }
    if (refusal.isPresent()) {
      return new Outcome.Refused(
          status, refusal.get(), plan.waits().isEmpty() ? RESTING : HASTELESS);
    }
    if (passing.isPresent()) {
      return new Outcome.Waiting(status, passing.get(), HASTELESS);
    }
    return plan.settled() && ready(status)
        ? new Outcome.Settled(status, RESTING)
        : new Outcome.Waiting(status, waiting(plan), MOVING);
  }

  private static boolean ready(NatsClusterStatus status) {
    return status.conditions().stream()
        .anyMatch(
            condition -> condition.type().equals("Ready") && condition.status().equals("True"));
  }

  private static Note waiting(Plan plan) {
    return plan.waits().stream()
        .findFirst()
        .orElseGet(() -> new Note(Reason.RECOVERING, "the plan goes on in the next pass"));
  }
}
