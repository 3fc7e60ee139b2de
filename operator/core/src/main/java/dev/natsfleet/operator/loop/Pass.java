package dev.natsfleet.operator.loop;

import dev.natsfleet.operator.observe.Observed;
import dev.natsfleet.operator.plan.Plan;
import java.util.function.Function;
import java.util.function.Supplier;

/** One pass: looks, plans, shows the plan and makes it, until there is nothing more to make. */
final class Pass {

  /** Looks in one pass; a plan that takes more goes on in the next pass. */
  private static final int LOOKS = 12;

  private final Supplier<Observed> look;
  private final Announcing announcing;
  private final Round round;
  private Observed observed;
  private Plan plan;

  /**
   * Takes the first look.
   *
   * @param planner what to do about what was seen
   */
  Pass(
      Supplier<Observed> look,
      Function<Observed, Plan> planner,
      Announcing announcing,
      Round round) {
    this.look = look;
    this.announcing = announcing;
    this.round = round;
    this.observed = look.get();
    this.plan = planner.apply(observed);
  }

  /** Makes what can be made now. */
  void make(Function<Observed, Plan> planner) {
    for (int looks = 1; looks < LOOKS; looks++) {
      announcing.show(observed, plan);
      if (!round.apply(observed, plan) || plan.last()) {
        break;
      }
      lookAgain(planner);
    }
  }

  /** Looks again and plans anew. */
  void lookAgain(Function<Observed, Plan> planner) {
    observed = look.get();
    plan = planner.apply(observed);
  }

  Observed observed() {
    return observed;
  }

  Plan plan() {
    return plan;
  }
}
