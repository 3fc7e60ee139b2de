package dev.natsfleet.bench.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition, not for a time. */
public final class Await {

  private static final long STEP = Duration.ofMillis(2).toNanos();

  private Await() {}

  /** Something that comes true. */
  @FunctionalInterface
  public interface Condition {
    /** Whether it has. */
    boolean holds() throws Exception;
  }

  /** Looks every two milliseconds; fails with {@code what} when it takes too long. */
  public static void until(String what, Duration patience, Condition condition) throws Exception {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > deadline) {
        throw new IOException("after " + patience.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(STEP);
    }
  }
}
