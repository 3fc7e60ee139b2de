package dev.natsfleet.local.smoke;

import dev.natsfleet.local.servers.Await;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Measures when each of several conditions is first observed to hold, from a common start. */
final class Milestones {

  private final long start = System.nanoTime();
  private final Map<String, BooleanSupplier> open = new LinkedHashMap<>();
  private final Map<String, Duration> reached = new LinkedHashMap<>();

  /** Adds a milestone; milestones are expected in the order of these calls. */
  Milestones expect(String name, BooleanSupplier condition) {
    open.put(name, condition);
    return this;
  }

  /**
   * Polls all conditions until the last milestone is reached.
   *
   * @throws IllegalStateException with the names of the missing milestones if the time is over
   */
  Map<String, Duration> await(Duration limit) {
    Await.until(
        "the last milestone",
        this::poll,
        limit,
        () -> "the missing milestones are " + open.keySet());
    return reached;
  }

  private boolean poll() {
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
