package dev.natsfleet.local.servers;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for a condition that becomes true outside this thread and cannot notify it. */
public final class Await {

  private static final long SHORTEST_PAUSE = Duration.ofMillis(20).toNanos();
  private static final long LONGEST_PAUSE = Duration.ofMillis(250).toNanos();

  /** A wait gets longer by one part in so many, at most. */
  private static final long PARTS = 40;

  private Await() {}

  /** Something that becomes true. */
  @FunctionalInterface
  public interface AwaitedCondition<E extends Exception> {

    /** Whether it is true now. */
    boolean holds() throws E;
  }

  /**
   * Checks until the condition holds: fifty times a second at first, four times a second when it
   * has taken ten seconds. A condition may be a call of the server that is waited for.
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
      long waited = System.nanoTime() - start;
      if (waited > limit.toNanos()) {
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
      LockSupport.parkNanos(Math.clamp(waited / PARTS, SHORTEST_PAUSE, LONGEST_PAUSE));
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** The same for a condition that its state explains. */
  public static <E extends Exception> Duration until(
      Duration limit, AwaitedCondition<E> condition, Supplier<?> state) throws E {
    return until("condition", condition, limit, state);
  }
}
