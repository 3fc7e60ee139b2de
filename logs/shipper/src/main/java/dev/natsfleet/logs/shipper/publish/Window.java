package dev.natsfleet.logs.shipper.publish;

import dev.natsfleet.logs.shipper.read.SentGeneration;
import dev.natsfleet.logs.shipper.settings.ShipperSettings;
import org.jspecify.annotations.Nullable;

/**
 * The messages that were sent and are not acknowledged, in order. One thread sends and settles;
 * another one notes acknowledgements with {@link #acknowledge}. The slot of a message is its number
 * modulo the size of the window, so that a slot names one message in flight.
 */
public final class Window {

  private final @Nullable SentGeneration[] generations;
  private final long[] ends;
  private final int[] sizes;
  private final int[] lines;
  private final long[] streamSequences;
  private final long maxBytes;
  private long sent;
  private long settled;
  private long bytes;
  private volatile long acked;

  Window(ShipperSettings.WindowSettings settings) {
    this.generations = new SentGeneration[settings.messages()];
    this.ends = new long[settings.messages()];
    this.sizes = new int[settings.messages()];
    this.lines = new int[settings.messages()];
    this.streamSequences = new long[settings.messages()];
    this.maxBytes = settings.bytes();
  }

  /** Whether one more message of this size may be sent; a single message always may. */
  boolean hasRoom(int size) {
    return sent == settled || (sent - settled < ends.length && bytes + size <= maxBytes);
  }

  /** The slot of the next message. */
  int slot() {
    return (int) (sent % ends.length);
  }

  /** Adds a message that was sent. */
  void add(SentGeneration generation, long end, int size, int lineEnds) {
    int slot = slot();
    generations[slot] = generation;
    ends[slot] = end;
    sizes[slot] = size;
    lines[slot] = lineEnds;
    bytes += size;
    sent++;
  }

  /**
   * Notes that the message of a slot is stored; called by the acknowledging thread.
   *
   * @return false when it is not the next message, which means that one was lost
   */
  boolean acknowledge(int slot, long streamSequence) {
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

  /** Moves the ledger and the generations behind acknowledged messages; returns their number. */
  int settle(Ledger ledger) {
    long until = acked;
    int count = (int) (until - settled);
    for (; settled < until; settled++) {
      int slot = (int) (settled % ends.length);
      ledger.settle(generations[slot], ends[slot], streamSequences[slot]);
      countPublished(slot);
      bytes -= sizes[slot];
    }
    return count;
  }

  /** Lines that end in each message that is not settled, in the order of the messages. */
  int[] unsettledLines() {
    int[] unsettled = new int[inFlight()];
    for (int i = 0; i < unsettled.length; i++) {
      unsettled[i] = lines[(int) ((settled + i) % ends.length)];
    }
    return unsettled;
  }

  /** How full it is. */
  InFlight usage() {
    return new InFlight(inFlight(), ends.length, bytes, maxBytes);
  }

  /** Messages in flight. */
  public int inFlight() {
    return (int) (sent - settled);
  }

  /** Messages that are acknowledged and not settled. */
  int unsettled() {
    return (int) (acked - settled);
  }

  private void countPublished(int slot) {
    SentGeneration generation = generations[slot];
    if (generation != null) {
      generation.counters().published(sizes[slot], lines[slot]);
    }
  }

  private int previous(int slot) {
    return slot == 0 ? ends.length - 1 : slot - 1;
  }
}
