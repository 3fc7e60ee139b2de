package dev.natsfleet.agent.node;

import java.util.EnumMap;
import java.util.Map;

/**
 * When each kind of call may be made again, and how often it has failed in a row. Times are
 * nanoseconds of the node's monotonic clock.
 *
 * @param entries a kind without entry has never been made
 */
public record CallSchedule(Map<ActionKind, Entry> entries) {

  private static final long NEVER = Long.MAX_VALUE;
  private static final Entry UNTRIED = new Entry(0, CallPhase.WAITING, 0);

  /** Nothing done yet, everything due. */
  public static final CallSchedule EMPTY = new CallSchedule(Map.of());

  public CallSchedule {
    entries = Map.copyOf(entries);
  }

  /** Where a kind of call stands. */
  public enum CallPhase {
    WAITING,
    UNDER_WAY,
    FINISHED
  }

  /**
   * One kind of call.
   *
   * @param due when it may be made again
   * @param phase whether it is waiting, under way, or finished for good
   * @param failures in a row
   */
  public record Entry(long due, CallPhase phase, int failures) {}

  /** Whether the call may be made now. */
  public boolean isDue(ActionKind actionKind, long now) {
    Entry entry = entry(actionKind);
    return entry.phase() == CallPhase.WAITING && entry.due() <= now;
  }

  /** Whether the call succeeded and will not be made again. */
  public boolean isFinished(ActionKind actionKind) {
    return entry(actionKind).phase() == CallPhase.FINISHED;
  }

  /** Whether the call was made and is not answered. */
  public boolean isUnderWay(ActionKind actionKind) {
    return entry(actionKind).phase() == CallPhase.UNDER_WAY;
  }

  /** How often the call has failed in a row. */
  public int failures(ActionKind actionKind) {
    return entry(actionKind).failures();
  }

  /** When the next waiting call gets due, after now; never, if none is. */
  long nextDue(long now) {
    return entries.values().stream()
        .filter(entry -> entry.phase() == CallPhase.WAITING && entry.due() > now)
        .mapToLong(Entry::due)
        .min()
        .orElse(NEVER);
  }

  CallSchedule begin(ActionKind actionKind) {
    return with(actionKind, new Entry(NEVER, CallPhase.UNDER_WAY, failures(actionKind)));
  }

  CallSchedule answer(ActionKind actionKind, long due) {
    return with(actionKind, new Entry(due, CallPhase.WAITING, 0));
  }

  CallSchedule fail(ActionKind actionKind, long due) {
    return with(actionKind, new Entry(due, CallPhase.WAITING, failures(actionKind) + 1));
  }

  /** The call as for something new: what failed before says nothing about it. */
  CallSchedule forgetFailures(ActionKind actionKind) {
    Entry entry = entry(actionKind);
    return with(actionKind, new Entry(entry.due(), entry.phase(), 0));
  }

  CallSchedule finish(ActionKind actionKind) {
    return with(actionKind, new Entry(NEVER, CallPhase.FINISHED, 0));
  }

  /** Brings a waiting call forward. */
  CallSchedule bringForward(ActionKind actionKind, long due) {
    Entry entry = entry(actionKind);
    boolean sooner = entry.phase() == CallPhase.WAITING && entry.due() > due;
    return sooner ? with(actionKind, new Entry(due, CallPhase.WAITING, entry.failures())) : this;
  }

  private Entry entry(ActionKind actionKind) {
    return entries.getOrDefault(actionKind, UNTRIED);
  }

  private CallSchedule with(ActionKind actionKind, Entry entry) {
    Map<ActionKind, Entry> next = new EnumMap<>(ActionKind.class);
    next.putAll(entries);
    next.put(actionKind, entry);
    return new CallSchedule(next);
  }
}
