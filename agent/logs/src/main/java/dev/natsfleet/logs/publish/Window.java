package dev.natsfleet.logs.publish;

import dev.natsfleet.logs.settings.ShipperSettings;
import dev.natsfleet.logs.tail.Generation;
import org.jspecify.annotations.Nullable;

/**
 * Messages that were sent and are not acknowledged, in order. One thread sends and settles; another
 * notes acknowledgements with {@link #acknowledged}. A message's slot is its count modulo the size
 * of the window, so that a slot names one message in flight.
 */
public final class Window {

  private final @Nullable Generation[] generations;
  private final long[] ends;
  private final int[] sizes;
  private final int[] lines;
  private final long[] streamSequences;
  private final long maxBytes;
  private long sent;
  private long settled;
  private long bytes;
  private volatile long acked;

  Window(ShipperSettings.Window settings) {
    this.generations = new Generation[settings.messages()];
    this.ends = new long[settings.messages()];
    this.sizes = new int[settings.messages()];
    this.lines = new int[settings.messages()];
    this.streamSequences = new long[settings.messages()];
    this.maxBytes = settings.bytes();
  }

  /** Whether one more message may be sent; one message always may. */
  boolean hasRoom(int size) {
    return sent == settled || (sent - settled < ends.length && bytes + size <= maxBytes);
  }

  /** Slot of the next message. */
  int slot() {
    return (int) (sent % ends.length);
  }

  void sent(Generation generation, long end, int size, int lineEnds) {
    int slot = slot();
    generations[slot] = generation;
    ends[slot] = end;
    sizes[slot] = size;
    lines[slot] = lineEnds;
    bytes += size;
    sent++;
  }

  /**
   * On the acknowledging thread: the message of this slot is stored. False when it is not the next
   * one, which means that one was lost.
   */
  boolean acknowledged(int slot, long streamSequence) {
    long next = acked;
    int expected = (int) (next % ends.length);
    boolean inOrder =
        slot == expected && (next == 0 || streamSequence > streamSequences[previous(expected)]);
    if (inOrder) {
      streamSequences[expected] = streamSequence;
      acked = next + 1;
    }
    return inOrder;
  }

  /**
   * Tells generations, and the ledger, what was acknowledged since; gives the number of messages.
   */
  int settle(Ledger ledger) {
    long until = acked;
    int count = (int) (until - settled);
    for (; settled < until; settled++) {
      int slot = (int) (settled % ends.length);
      ledger.settled(generations[slot], ends[slot], streamSequences[slot]);
      published(slot);
      bytes -= sizes[slot];
    }
    return count;
  }

  /** Lines that end in the message that is so far behind the last settled one; -1 of no message. */
  int lines(long behind) {
    boolean inFlight = behind > 0 && behind <= sent - settled;
    return inFlight ? lines[(int) ((settled + behind - 1) % ends.length)] : -1;
  }

  /** How much of it is in use. */
  Flight flight() {
    return new Flight(inFlight(), ends.length, bytes, maxBytes);
  }

  /** Messages in flight. */
  public int inFlight() {
    return (int) (sent - settled);
  }

  /** Messages acknowledged and not settled. */
  int unsettled() {
    return (int) (acked - settled);
  }

  private void published(int slot) {
    Generation generation = generations[slot];
    if (generation != null) {
      generation.log().counts().published(sizes[slot], lines[slot]);
    }
  }

  private int previous(int slot) {
    return slot == 0 ? ends.length - 1 : slot - 1;
  }
}
