package dev.natsfleet.local.servers;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for a condition that becomes true outside this thread and cannot notify it. */
public final class Await {

  private static final long POLL_NANOS = Duration.ofMillis(20).toNanos();

  private Await() {}

  /** Something that becomes true. */
  @FunctionalInterface
  public interface AwaitedCondition<E extends Exception> {

    /** Whether it is true now. */
    boolean holds() throws E;
  }

  /**
   * Checks fifty times a second until the condition holds.
   *
   * @param what description of the condition, for the message
   * @param state describes the observed state, for the message
   * @return the time it took
   * @throws IllegalStateException if the condition does not hold in time, or the thread is
   *     interrupted
   */
  public static <E extends Exception> Duration until(
      String what, AwaitedCondition<E> condition, Duration limit, Supplier<?> state) throws E {
    long start = System.nanoTime();
    while (!condition.holds()) {
      if (System.nanoTime() - start > limit.toNanos()) {
        throw new IllegalStateException(
            "timed out after "
                + limit.toSeconds()
                + " s waiting for: "
                + what
                + "; "
                + state.get());
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("interrupted while waiting: " + what);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** The same for a condition that its state explains. */
  public static <E extends Exception> Duration until(
      Duration limit, AwaitedCondition<E> condition, Supplier<?> state) throws E {
    return until("condition", condition, limit, state);
  }
}
