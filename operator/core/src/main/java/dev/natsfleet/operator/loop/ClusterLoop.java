package dev.natsfleet.operator.loop;

import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.operator.observe.Observed;
import dev.natsfleet.operator.observe.Observer;
import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.plan.ClusterPlanner;
import dev.natsfleet.operator.plan.Note;
import dev.natsfleet.operator.plan.Plan;
import dev.natsfleet.operator.port.Ports;
import dev.natsfleet.operator.status.StatusWriter;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The loop of one cluster. One object lives as long as the operator looks after the cluster: it
 * remembers since when rows are silent, what has been told and what was refused, and loses nothing
 * else when it is lost. Not thread safe: passes of one cluster follow one another.
 */
public final class ClusterLoop {

  private final Ports ports;
  private final Clocks clocks;
  private final Observer observer;
  private final Telling telling;
  private final Setbacks setbacks;
  private final Mishaps mishaps;

  public ClusterLoop(Ports ports, Clocks clocks) {
    this.ports = ports;
    this.clocks = clocks;
    this.observer = new Observer(ports, clocks.nanos());
    this.telling = new Telling(ports.events());
    this.setbacks = new Setbacks(clocks.nanos());
    this.mishaps = new Mishaps(telling, clocks.wall());
  }

  /**
   * Makes one pass. Nothing that goes wrong in it is an exception: failed calls are part of the
   * outcome, and so is an error of the operator's own.
   *
   * @param before the status that the object has, or null
   * @param announce writes a status into the object: the plan, before its first step is made
   */
  public Outcome run(
      Wish wish, @Nullable NatsClusterStatus before, Consumer<NatsClusterStatus> announce) {
    Announcing announcing = new Announcing(before, announce, clocks.wall());
    return mishaps.watch(wish, announcing, () -> pass(wish, announcing));
  }

  private Outcome pass(Wish wish, Announcing announcing) {
    Round round = new Round(ports, clocks.wall());
    Function<Observed, Plan> planner = planner(setbacks.holding(wish));
    Pass pass = new Pass(() -> observer.observe(wish), planner, announcing, round);
    if (!wish.spec().paused()) {
      pass.make(planner);
      round.refusal().ifPresent(refusal -> retreat(wish, refusal, pass, round));
    }
    Plan plan = pass.plan();
    telling.tell(plan, round.made(), round.troubles());
    NatsClusterStatus status =
        StatusWriter.write(
            pass.observed(), plan, round.troubles(), announcing.newest(), clocks.wall().instant());
    return Judging.judge(wish, plan, round, status);
  }

  /** After a refusal of a first creation its plan is the way back, until it is tried again. */
  private static Function<Observed, Plan> planner(Optional<Note> refusal) {
    return observed ->
        refusal
            .flatMap(why -> ClusterPlanner.retreat(observed, why))
            .orElseGet(() -> ClusterPlanner.plan(observed));
  }

  private void retreat(Wish wish, Note refusal, Pass pass, Round round) {
    if (setbacks.holding(wish).isPresent()) {
      return;
    }
    Function<Observed, Plan> back = planner(Optional.of(refusal));
    pass.lookAgain(back);
    if (ClusterPlanner.retreat(pass.observed(), refusal).isPresent()) {
      setbacks.suffer(wish, refusal);
      round.resume();
      pass.make(back);
    }
  }
}
