package dev.natsfleet.simulation.operator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answers to reads, so that a stale one can be given later. */
final class ReadHistory {

  private static final int KEPT = 32;

  private record Answer(long nanos, @Nullable Object value) {}

  private final Map<String, Deque<Answer>> answers = new HashMap<>();

  void add(String call, long nanos, @Nullable Object value) {
    Deque<Answer> kept = answers.computeIfAbsent(call, c -> new ArrayDeque<>());
    kept.addLast(new Answer(nanos, value));
    if (kept.size() > KEPT) {
      kept.removeFirst();
    }
  }

  /** The answer of this long ago, or the oldest that is known; the fresh one if none is. */
  @Nullable Object stale(String call, long nanos, Duration age, @Nullable Object fresh) {
    Deque<Answer> kept = answers.getOrDefault(call, new ArrayDeque<>());
    Object value = kept.isEmpty() ? fresh : kept.getFirst().value();
    for (Answer answer : kept) {
      if (answer.nanos() <= nanos - age.toNanos()) {
        value = answer.value();
      }
    }
    return value;
  }
}
