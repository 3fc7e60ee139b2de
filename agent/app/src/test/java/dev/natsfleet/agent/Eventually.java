package dev.natsfleet.agent;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for conditions. */
public final class Eventually {

  private static final Duration LOOK = Duration.ofMillis(20);

  private Eventually() {}

  /** Waits until it holds; fails with the explanation if it does not in time. */
  public static void until(Duration limit, BooleanSupplier holds, Supplier<Object> otherwise) {
    long end = System.nanoTime() + limit.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + limit + ": " + otherwise.get());
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
