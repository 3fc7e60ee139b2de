package dev.natsfleet.operator.loop;

import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.plan.Note;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Creations that were refused: each is tried again after a longer pause than the one before, and at
 * once for another specification. An operator that starts anew tries at once.
 */
final class Setbacks {

  private static final Duration FIRST = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final LongSupplier nanos;
  private @Nullable Setback newest;

  Setbacks(LongSupplier nanos) {
    this.nanos = nanos;
  }

  private record Setback(long generation, Note why, Duration pause, long since) {}

  /** The refusal after which this wish is not tried again yet. */
  Optional<Note> holding(Wish wish) {
    return Optional.ofNullable(newest)
        .filter(s -> s.generation() == wish.generation())
        .filter(s -> nanos.getAsLong() - s.since() < s.pause().toNanos())
        .map(Setback::why);
  }

  void suffer(Wish wish, Note why) {
    Duration pause =
        newest != null && newest.generation() == wish.generation()
            ? newest.pause().multipliedBy(2)
            : FIRST;
    newest =
        new Setback(
            wish.generation(),
            why,
            pause.compareTo(LONGEST) > 0 ? LONGEST : pause,
            nanos.getAsLong());
  }
}
