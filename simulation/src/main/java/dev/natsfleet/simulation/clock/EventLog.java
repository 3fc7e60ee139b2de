package dev.natsfleet.simulation.clock;

import java.util.ArrayList;
import java.util.List;

/** What happened, in its order: time, who, what. */
public final class EventLog {

  private static final long PRIME = 0x100000001B3L;

  /** One line. */
  public record Line(long nanos, String who, String what) {

    @Override
    public String toString() {
      return "%9.3fs  %-14s %s".formatted(nanos / 1e9, who, what);
    }
  }

  private final VirtualClock clock;
  private final List<Line> lines = new ArrayList<>();
  private long digest = 0xCBF29CE484222325L;

  /** An empty log. */
  public EventLog(VirtualClock clock) {
    this.clock = clock;
  }

  /** Adds a line. */
  public void add(String who, String what) {
    lines.add(new Line(clock.nanos(), who, what));
    mix(clock.nanos());
    mix(who.hashCode());
    mix(what.hashCode());
  }

  private void mix(long value) {
    digest = (digest ^ value) * PRIME;
  }

  /** All lines so far. */
  public List<Line> lines() {
    return List.copyOf(lines);
  }

  /** Equal for two runs in which the same happened at the same times. */
  public String digest() {
    return "%016x".formatted(digest);
  }
}
