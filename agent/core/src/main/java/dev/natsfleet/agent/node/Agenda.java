package dev.natsfleet.agent.node;

import java.util.EnumMap;
import java.util.Map;

/**
 * When each kind of call may be made again, and how often it has failed in a row. Times are
 * nanoseconds of the node's monotonic clock.
 *
 * @param entries a kind without entry has never been made
 */
public record Agenda(Map<Call, Entry> entries) {

  private static final long NEVER = Long.MAX_VALUE;
  private static final Entry UNTRIED = new Entry(0, Phase.WAITING, 0);

  /** Nothing done yet, everything due. */
  public static final Agenda EMPTY = new Agenda(Map.of());

  public Agenda {
    entries = Map.copyOf(entries);
  }

  /** Where a kind of call stands. */
  public enum Phase {
    WAITING,
    UNDER_WAY,
    FINISHED
  }

  /**
   * One kind of call.
   *
   * @param due when it may be made again
   * @param phase whether it is under way, or was answered for good
   * @param failures in a row
   */
  public record Entry(long due, Phase phase, int failures) {}

  /** Whether the call may be made now. */
  public boolean ready(Call call, long now) {
    Entry entry = entry(call);
    return entry.phase() == Phase.WAITING && entry.due() <= now;
  }

  /** Whether the call was answered for good. */
  public boolean finished(Call call) {
    return entry(call).phase() == Phase.FINISHED;
  }

  /** Whether the call was made and is not answered. */
  public boolean underWay(Call call) {
    return entry(call).phase() == Phase.UNDER_WAY;
  }

  /** How often the call has failed in a row. */
  public int failures(Call call) {
    return entry(call).failures();
  }

  Agenda begun(Call call) {
    return with(call, new Entry(NEVER, Phase.UNDER_WAY, failures(call)));
  }

  Agenda answered(Call call, long due) {
    return with(call, new Entry(due, Phase.WAITING, 0));
  }

  Agenda failed(Call call, long due) {
    return with(call, new Entry(due, Phase.WAITING, failures(call) + 1));
  }

  Agenda finish(Call call) {
    return with(call, new Entry(NEVER, Phase.FINISHED, 0));
  }

  /** Brings a waiting call forward. */
  Agenda hurry(Call call, long due) {
    Entry entry = entry(call);
    boolean sooner = entry.phase() == Phase.WAITING && entry.due() > due;
    return sooner ? with(call, new Entry(due, Phase.WAITING, entry.failures())) : this;
  }

  private Entry entry(Call call) {
    return entries.getOrDefault(call, UNTRIED);
  }

  private Agenda with(Call call, Entry entry) {
    Map<Call, Entry> next = new EnumMap<>(Call.class);
    next.putAll(entries);
    next.put(call, entry);
    return new Agenda(next);
  }
}
