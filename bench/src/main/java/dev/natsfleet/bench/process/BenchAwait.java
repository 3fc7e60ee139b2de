package dev.natsfleet.bench.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition. */
public final class BenchAwait {

  private static final long STEP = Duration.ofMillis(2).toNanos();

  private BenchAwait() {}

  /** A condition that is checked until it holds. */
  @FunctionalInterface
  public interface BenchCondition {
    /** Whether the condition holds. */
    boolean holds() throws Exception;
  }

  /**
   * Checks every two milliseconds.
   *
   * @param what describes the failure if the time is over
   * @throws IOException if the condition does not hold within {@code patience}
   */
  public static void until(String what, Duration patience, BenchCondition condition)
      throws Exception {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > deadline) {
        throw new IOException("after " + patience.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(STEP);
    }
  }
}
