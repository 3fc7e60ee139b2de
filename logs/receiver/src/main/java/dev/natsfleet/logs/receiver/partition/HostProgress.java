package dev.natsfleet.logs.receiver.partition;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How far a host's messages were received and purged: what decides which of them may be purged, and
 * when the host can be forgotten. The partition's thread receives, the receiver's thread purges.
 */
public final class HostProgress {

  private static final long FORGET_NANOS = Duration.ofDays(1).toNanos();

  private volatile long received;
  private volatile long purgedBefore;
  private long lastReceived;
  private long lastReceivedAt;

  /** Progress of a host of which nothing came before {@code now}, which is monotonic. */
  HostProgress(long now) {
    this.lastReceivedAt = now;
  }

  /** A message of the host was received; it has this sequence in the stream. */
  void received(long sequence) {
    received = sequence;
  }

  /**
   * First sequence to keep at the next purge; empty when there is nothing new to purge. The last
   * message that was received is always kept.
   *
   * @param committedByAll sequence up to which every copy has committed
   */
  public OptionalLong nextPurge(long committedByAll) {
    long before = Math.min(received, committedByAll + 1);
    boolean streamRecreated = received < purgedBefore;
    long done = streamRecreated ? 1 : Math.max(1, purgedBefore);
    return before > done ? OptionalLong.of(before) : OptionalLong.empty();
  }

  /** The host's messages before this sequence were purged. */
  public void purged(long before) {
    purgedBefore = before;
  }

  /** Whether nothing of the host is left in the stream, and nothing came for a day. */
  boolean isOver(long now) {
    if (lastReceived != received) {
      lastReceived = received;
      lastReceivedAt = now;
    }
    return now - lastReceivedAt > FORGET_NANOS && purgedBefore >= received;
  }
}
