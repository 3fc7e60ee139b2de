package dev.natsfleet.logs.publish;

import dev.natsfleet.logs.tail.Generation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of this shipper is in the stream: the number of its last message there, and, for some
 * minutes back, how far each generation was at certain numbers, so that a stream which has lost its
 * tail is told again.
 */
public final class Ledger {

  /** How many marks are kept. */
  public static final int MARKS = 150;

  private final long epoch;
  private final Deque<Mark> marks = new ArrayDeque<>();
  private final Set<Generation> changed = new HashSet<>();
  private long sequence;
  private long streamSequence;
  private long found;
  private long resent;
  private @Nullable Window inDoubt;

  /** A ledger whose last message has number {@code sequence} and is at {@code streamSequence}. */
  public Ledger(long epoch, long sequence, long streamSequence) {
    this.epoch = epoch;
    this.sequence = sequence;
    this.streamSequence = streamSequence;
  }

  /** Begins a new mark here. */
  public void mark() {
    Mark newest = marks.peekLast();
    if (newest == null || newest.sequence() < sequence) {
      marks.addLast(new Mark(sequence, streamSequence, new ArrayList<>()));
      changed.clear();
    }
    while (marks.size() > MARKS) {
      marks.removeFirst();
    }
  }

  /** The next message in order is stored. */
  void settled(@Nullable Generation generation, long end, long at) {
    sequence++;
    streamSequence = at;
    if (generation != null) {
      remember(generation);
      generation.acknowledge(end);
    }
  }

  /** Messages that were sent again since the program began. */
  public long resent() {
    return resent;
  }

  /** A session has ended with messages in flight: whether they are stored, the next finds out. */
  void inDoubt(Window window) {
    inDoubt = window;
  }

  /** A message in doubt turned out to be stored. One of an earlier run was not read in this one. */
  void found(Generation generation, long number, long end) {
    int lines = inDoubt == null ? -1 : inDoubt.lines(number - sequence);
    if (lines >= 0) {
      found++;
      generation.log().counts().published(end - generation.stored().offset(), lines);
    }
  }

  /** Every message is stored by now, or is sent again. */
  void certain() {
    resent += inDoubt == null ? 0 : inDoubt.inFlight() - found;
    inDoubt = null;
    found = 0;
  }

  /** The stream turned out to have more: all up to this number. */
  void found(long lastSequence, long at) {
    sequence = lastSequence;
    streamSequence = at;
  }

  /** A generation is about to change without a settled message. */
  void remember(Generation generation) {
    Mark newest = marks.peekLast();
    if (newest != null && changed.add(generation)) {
      newest.undo().add(new Undo(generation, generation.stored()));
    }
  }

  /**
   * Goes back to a mark that is not younger than a number of ours.
   *
   * @return false when no mark is old enough; then the oldest is where we are
   */
  boolean rewind(long lastSequence) {
    certain();
    resent += sequence - lastSequence;
    while (sequence > lastSequence && !marks.isEmpty()) {
      Mark mark = marks.removeLast();
      mark.undo().forEach(undo -> undo.generation().rewind(undo.place()));
      sequence = mark.sequence();
      streamSequence = mark.streamSequence();
    }
    changed.clear();
    mark();
    return sequence <= lastSequence;
  }

  /** Takes up a mark that a checkpoint remembers; oldest first. */
  public void restore(Mark mark) {
    marks.addLast(mark);
    changed.clear();
    mark.undo().forEach(undo -> changed.add(undo.generation()));
  }

  /** Oldest first. */
  public Iterable<Mark> marks() {
    return marks;
  }

  /** Which memory numbers count in. */
  public long epoch() {
    return epoch;
  }

  /** Number of the last message that is stored. */
  public long sequence() {
    return sequence;
  }

  /** Where it is in the stream. */
  public long streamSequence() {
    return streamSequence;
  }

  /**
   * A number, and where generations were then that have moved since, up to the next mark.
   *
   * @param sequence of the last message before the mark
   * @param streamSequence of the same
   * @param undo where they were
   */
  public record Mark(long sequence, long streamSequence, List<Undo> undo) {}

  /**
   * Where a generation was.
   *
   * @param generation that has moved since
   * @param place where it was
   */
  public record Undo(Generation generation, Generation.Place place) {}
}
