package dev.natsfleet.logs.store;

import dev.natsfleet.logs.wire.Chain;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one log of a host: how far it is there, and its open line if that lies aside.
 */
public final class LogBook {

  private final long id;
  private final Chain chain = new Chain();
  private @Nullable Aside aside;
  private long seen;

  LogBook(long id) {
    this.id = id;
  }

  /** The log's id in records. */
  public long id() {
    return id;
  }

  /** How its records join. */
  public Chain chain() {
    return chain;
  }

  /** Notes when a message of it was last stored, in seconds since 1970 by the server's clock. */
  public void seen(long seconds) {
    seen = Math.max(seen, seconds);
  }

  long seen() {
    return seen;
  }

  @Nullable Aside aside() {
    return aside;
  }

  void aside(@Nullable Aside file) {
    aside = file;
  }
}
