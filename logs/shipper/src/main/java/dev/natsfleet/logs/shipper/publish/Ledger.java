package dev.natsfleet.logs.shipper.publish;

import dev.natsfleet.logs.shipper.read.ReadPosition;
import dev.natsfleet.logs.shipper.read.SentGeneration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the stream has of this shipper: the number of its last message there, and marks of some
 * minutes that say how far each generation was at certain numbers. With them the shipper sends
 * again what a stream has lost at its end.
 */
public final class Ledger {

  /** How many marks are kept. */
  public static final int MARKS = 150;

  private final long epoch;
  private final Deque<Mark> marks = new ArrayDeque<>();
  private final Set<SentGeneration> changed = new HashSet<>();
  private long sequence;
  private long streamSequence;
  private long stored;
  private long resent;
  private int[] uncertain = {};

  /**
   * A ledger without marks.
   *
   * @param epoch in which messages are numbered
   * @param sequence number of the last message that is stored
   * @param streamSequence of this message
   */
  public Ledger(long epoch, long sequence, long streamSequence) {
    this.epoch = epoch;
    this.sequence = sequence;
    this.streamSequence = streamSequence;
  }

  /** Adds a mark at the last message. */
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

  /**
   * Notes that the next message in order is stored, with the bytes before the offset {@code end}.
   */
  void settle(@Nullable SentGeneration generation, long end, long at) {
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

  /**
   * Keeps the messages in flight of a session that has ended, until the stream was asked for them.
   *
   * @param lines that end in each of them, in the order of the messages
   */
  void setUncertain(int[] lines) {
    uncertain = lines;
  }

  /** Counts a message of the ended session that is stored; one of an earlier run has no lines. */
  void countStored(SentGeneration generation, long number, long end) {
    long place = number - sequence;
    if (place > 0 && place <= uncertain.length) {
      stored++;
      int lines = uncertain[(int) place - 1];
      generation.counters().published(end - generation.stored().offset(), lines);
    }
  }

  /** Counts the other messages of the ended session, which are sent again. */
  void countResent() {
    resent += uncertain.length - stored;
    uncertain = new int[0];
    stored = 0;
  }

  /** Moves on to a later message that is stored. */
  void advance(long lastSequence, long at) {
    sequence = lastSequence;
    streamSequence = at;
  }

  /** Adds to the newest mark how far a generation is, before that changes. */
  void remember(SentGeneration generation) {
    Mark newest = marks.peekLast();
    if (newest != null && changed.add(generation)) {
      newest.positions().add(new MarkedPosition(generation, generation.stored()));
    }
  }

  /**
   * Goes back to the newest mark that is not behind the message of this number.
   *
   * @return false when no mark is old enough, so that the ledger is at the oldest one
   */
  boolean rewind(long lastSequence) {
    countResent();
    resent += sequence - lastSequence;
    while (sequence > lastSequence && !marks.isEmpty()) {
      Mark mark = marks.removeLast();
      mark.positions().forEach(marked -> marked.generation().rewind(marked.position()));
      sequence = mark.sequence();
      streamSequence = mark.streamSequence();
    }
    changed.clear();
    mark();
    return sequence <= lastSequence;
  }

  /** Adds a mark from a checkpoint; the oldest comes first. */
  public void restore(Mark mark) {
    marks.addLast(mark);
    changed.clear();
    mark.positions().forEach(marked -> changed.add(marked.generation()));
  }

  /** The marks, oldest first. */
  public Iterable<Mark> marks() {
    return marks;
  }

  /** In which messages are numbered; another one begins when the state directory is lost. */
  public long epoch() {
    return epoch;
  }

  /** Number of the last message that is stored. */
  public long sequence() {
    return sequence;
  }

  /** The stream sequence of this message. */
  public long streamSequence() {
    return streamSequence;
  }

  /**
   * How far generations were at a message, as far as they have moved up to the next mark.
   *
   * @param sequence of the last message before the mark
   * @param streamSequence of this message
   * @param positions how far they were
   */
  public record Mark(long sequence, long streamSequence, List<MarkedPosition> positions) {}

  /**
   * How far a generation was.
   *
   * @param generation that has moved since
   * @param position up to which the stream had every byte
   */
  public record MarkedPosition(SentGeneration generation, ReadPosition position) {}
}
