package dev.natsfleet.logs.tail;

import java.util.ArrayDeque;
import java.util.Deque;

/** Where reads of a generation ended that the stream does not have yet. */
final class Turns {

  private final Deque<Generation.Place> sent = new ArrayDeque<>(1);
  private Generation.Place stored;

  /** Nothing is sent behind {@code stored}. */
  Turns(Generation.Place stored) {
    this.stored = stored;
  }

  /** Everything up to this place was sent. */
  void add(Generation.Place end) {
    sent.add(end);
  }

  /** Notes that the stream has everything before {@code end}; true when nothing more is sent. */
  boolean settle(long end) {
    while (!sent.isEmpty() && sent.element().offset() <= end) {
      stored = sent.remove();
    }
    return sent.isEmpty();
  }

  /** The last of the places that the stream has reached. */
  Generation.Place stored() {
    return stored;
  }
}
