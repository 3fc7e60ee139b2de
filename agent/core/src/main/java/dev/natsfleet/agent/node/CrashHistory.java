package dev.natsfleet.agent.node;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The unasked ends of nats-server. The first crash is answered at once, each further one within ten
 * minutes after twice the time, 1 to 60 s.
 *
 * @param recent nanoseconds of the node's monotonic clock, the newest last, of the last ten minutes
 *     before the newest
 * @param total since the agent's start
 */
public record CrashHistory(List<Long> recent, int total) {

  private static final long WINDOW = Duration.ofMinutes(10).toNanos();
  private static final int MANY = 5;

  /** None yet. */
  public static final CrashHistory NONE = new CrashHistory(List.of(), 0);

  public CrashHistory {
    recent = List.copyOf(recent);
  }

  CrashHistory add(long now) {
    return new CrashHistory(
        Stream.concat(recent.stream().filter(at -> now - at < WINDOW), Stream.of(now)).toList(),
        total + 1);
  }

  /** Whether it crashed more than five times in the last ten minutes. */
  public boolean hasManyRecent(long now) {
    return recent.stream().filter(at -> now - at < WINDOW).count() > MANY;
  }

  /** When the server may be started again. */
  long nextStart() {
    return recent.isEmpty() ? 0 : recent.getLast() + backoff(recent.size()).toNanos();
  }

  private static Duration backoff(int crashes) {
    return crashes == 1 ? Duration.ZERO : FailureBackoff.after(crashes - 1);
  }
}
