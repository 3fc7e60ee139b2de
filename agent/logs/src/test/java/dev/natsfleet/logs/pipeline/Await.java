package dev.natsfleet.logs.pipeline;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for a condition, not for a time. */
final class Await {

  private static final long STEP = Duration.ofMillis(20).toNanos();

  private Await() {}

  static void until(Duration patience, Callable<Boolean> condition, Supplier<String> otherwise)
      throws Exception {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(otherwise.get());
      }
      LockSupport.parkNanos(STEP);
    }
  }
}
