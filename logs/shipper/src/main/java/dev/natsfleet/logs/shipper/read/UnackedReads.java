package dev.natsfleet.logs.shipper.read;

import java.util.ArrayDeque;
import java.util.Deque;

/** The ends of those reads of a generation that were sent and are not in the stream yet. */
final class UnackedReads {

  private final Deque<ReadPosition> sent = new ArrayDeque<>(1);
  private ReadPosition stored;

  /** No read behind {@code stored} was sent. */
  UnackedReads(ReadPosition stored) {
    this.stored = stored;
  }

  /** Adds the end of a read that was sent. */
  void add(ReadPosition end) {
    sent.add(end);
  }

  /** Removes reads up to the offset {@code end}; returns whether none is left. */
  boolean acknowledge(long end) {
    while (!sent.isEmpty() && sent.element().offset() <= end) {
      stored = sent.remove();
    }
    return sent.isEmpty();
  }

  /** The end of the last read that the stream has as a whole. */
  ReadPosition stored() {
    return stored;
  }
}
