package dev.natsfleet.logs.receiver.store;

import dev.natsfleet.logs.protocol.record.OffsetChain;
import org.jspecify.annotations.Nullable;

/** What is known of one log of a host: how far it is written, and its partial line, if any. */
public final class LogState {

  private final long id;
  private final OffsetChain offsetChain = new OffsetChain();
  private @Nullable PartialLineFile partialLine;
  private long lastSeen;

  LogState(long id) {
    this.id = id;
  }

  /** The log's id in records. */
  public long id() {
    return id;
  }

  /** The ends of its generations, by which its records are judged. */
  public OffsetChain chain() {
    return offsetChain;
  }

  /** Notes when the stream took its last message, in seconds since 1970 by the server's clock. */
  public void lastSeen(long seconds) {
    lastSeen = Math.max(lastSeen, seconds);
  }

  long lastSeen() {
    return lastSeen;
  }

  @Nullable PartialLineFile partialLine() {
    return partialLine;
  }

  void partialLine(@Nullable PartialLineFile file) {
    partialLine = file;
  }
}
