package dev.natsfleet.local.proc;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for what becomes true outside this process, and cannot tell. */
public final class Await {

  private static final long POLL_NANOS = Duration.ofMillis(50).toNanos();

  private Await() {}

  /**
   * Looks twenty times a second until the condition holds.
   *
   * @param what it is, for the message
   * @param state what is seen instead, for the message
   * @return how long it took
   * @throws IllegalStateException if the time is over, or the thread is interrupted
   */
  public static Duration until(
      String what, BooleanSupplier condition, Duration limit, Supplier<String> state) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > limit.toNanos()) {
        throw new IllegalStateException(
            what + ": not after " + limit.toSeconds() + " s; " + state.get());
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("interrupted while waiting: " + what);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
