package dev.natsfleet.operator.reconcile;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.plan.Note;
import java.time.Duration;
import java.util.Optional;

/**
 * A creation that was refused. It is tried again after a pause, each longer than the one before,
 * and at once for another specification. An operator that was restarted tries at once.
 *
 * @param generation of the specification that was refused
 * @param why the refusal
 * @param pause until the next try
 * @param since monotonic time of the refusal, in nanoseconds
 */
record RefusedCreation(long generation, Note why, Duration pause, long since) {

  private static final Duration FIRST = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** The refusal of this specification, which may have been refused before. */
  static RefusedCreation after(
      Optional<RefusedCreation> before, DesiredCluster desired, Note why, long now) {
    Duration pause =
        before
            .filter(b -> b.generation() == desired.generation())
            .map(b -> b.pause().multipliedBy(2))
            .orElse(FIRST);
    return new RefusedCreation(
        desired.generation(), why, pause.compareTo(LONGEST) > 0 ? LONGEST : pause, now);
  }

  /** Whether this specification is not to be tried again yet. */
  boolean isHolding(DesiredCluster desired, long now) {
    return generation == desired.generation() && now - since < pause.toNanos();
  }
}
