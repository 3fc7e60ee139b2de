package dev.natsfleet.simulation.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The clock of a simulation. A caller that would block runs the clock on in the middle of its own
 * work: whatever is due until then happens before its call returns.
 */
public final class VirtualClock {

  /** What the wall clocks show when a simulation begins. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private record Timer(long at, long order, Runnable action) {}

  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparingLong(Timer::at).thenComparingLong(Timer::order));
  private long now;
  private long added;
  private boolean stopped;

  /** Nanoseconds since the beginning. */
  public long nanos() {
    return now;
  }

  /** The time of a wall clock that is right. */
  public Instant instant() {
    return START.plusNanos(now);
  }

  /** Runs the action once, after this time. */
  public void after(Duration delay, Runnable action) {
    timers.add(new Timer(now + delay.toNanos(), added++, action));
  }

  /** Runs the action now and then again and again, until the simulation stops. */
  public void every(Duration interval, Runnable action) {
    action.run();
    after(interval, () -> every(interval, action));
  }

  /** Runs what is due within this time. It may be called by what it runs. */
  public void advance(Duration time) {
    long end = now + time.toNanos();
    while (!stopped && !timers.isEmpty() && timers.element().at() <= end) {
      Timer next = timers.remove();
      now = Math.max(now, next.at());
      next.action().run();
    }
    now = Math.max(now, end);
  }

  /** Ends the simulation: no timer runs any more. */
  public void stop() {
    stopped = true;
  }

  /** Whether the simulation has ended. */
  public boolean isStopped() {
    return stopped;
  }
}
