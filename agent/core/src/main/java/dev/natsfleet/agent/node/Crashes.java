package dev.natsfleet.agent.node;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * When nats-server ended without being asked. The first crash is answered at once, each further one
 * within ten minutes after twice the time, 1 to 60 s.
 *
 * @param recent nanoseconds of the node's monotonic clock, the newest last, of the last ten minutes
 *     before the newest
 * @param total since the agent's start
 */
public record Crashes(List<Long> recent, int total) {

  private static final long WINDOW = Duration.ofMinutes(10).toNanos();
  private static final int MANY = 5;

  /** None yet. */
  public static final Crashes NONE = new Crashes(List.of(), 0);

  public Crashes {
    recent = List.copyOf(recent);
  }

  Crashes add(long now) {
    return new Crashes(
        Stream.concat(recent.stream().filter(at -> now - at < WINDOW), Stream.of(now)).toList(),
        total + 1);
  }

  /** Whether it crashed more than five times in the last ten minutes. */
  public boolean many(long now) {
    return recent.stream().filter(at -> now - at < WINDOW).count() > MANY;
  }

  /** When the server may be started again. */
  long nextStart() {
    return recent.isEmpty() ? 0 : recent.getLast() + pause(recent.size()).toNanos();
  }

  private static Duration pause(int crashes) {
    return crashes == 1 ? Duration.ZERO : Backoff.after(crashes - 1);
  }
}
