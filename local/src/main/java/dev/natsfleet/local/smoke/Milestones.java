package dev.natsfleet.local.smoke;

import dev.natsfleet.local.proc.Await;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** When each of several conditions was first seen to hold, seconds after a common start. */
final class Milestones {

  private final long start = System.nanoTime();
  private final Map<String, BooleanSupplier> open = new LinkedHashMap<>();
  private final Map<String, Duration> reached = new LinkedHashMap<>();

  /** One more thing to watch for, in the order in which they are expected. */
  Milestones watch(String name, BooleanSupplier condition) {
    open.put(name, condition);
    return this;
  }

  /**
   * Looks at all until the last is reached.
   *
   * @throws IllegalStateException with the names of those that were not, if the time is over
   */
  Map<String, Duration> reach(Duration limit) {
    Await.until("milestones", this::look, limit, () -> "missing are " + open.keySet());
    return reached;
  }

  private boolean look() {
    new LinkedHashMap<>(open)
        .forEach(
            (name, condition) -> {
              if (condition.getAsBoolean()) {
                reached.put(name, Duration.ofNanos(System.nanoTime() - start));
                open.remove(name);
              }
            });
    return open.isEmpty();
  }
}
