package dev.natsfleet.local.cloud.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** Timers, ordered by time and then by their creation. */
final class Timers {

  record Timer(Instant at, long order, Runnable action) {}

  private final PriorityQueue<Timer> queue =
      new PriorityQueue<>(Comparator.comparing(Timer::at).thenComparing(Timer::order));
  private long added;

  void add(Instant at, Runnable action) {
    queue.add(new Timer(at, added++, action));
  }

  Optional<Timer> due(Instant then) {
    boolean due = !queue.isEmpty() && !queue.element().at().isAfter(then);
    return due ? Optional.of(queue.remove()) : Optional.empty();
  }

  Optional<Instant> next() {
    return Optional.ofNullable(queue.peek()).map(Timer::at);
  }
}
