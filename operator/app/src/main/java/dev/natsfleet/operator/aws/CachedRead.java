package dev.natsfleet.operator.aws;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link BatchedReadCache} knows of one name. Guarded by the cache.
 *
 * @param <V> of its value
 */
final class CachedRead<V> {

  private Optional<V> value = Optional.empty();
  private boolean known;
  private long readAt;
  private @Nullable RuntimeException failure;
  private long failedAt;
  private boolean written;
  private boolean reading;
  private boolean waiting;
  private long askedAt;

  /** Somebody asks. */
  void ask(long now) {
    askedAt = now;
    waiting = true;
  }

  /** Whether somebody waits for a call that has not begun. */
  boolean isWaiting() {
    return waiting && !reading;
  }

  /** Whether a call is under way for this name. */
  boolean isReading() {
    return reading;
  }

  /** For how long nobody has asked, in nanoseconds. */
  long unasked(long now) {
    return now - askedAt;
  }

  /** Whether the value may still be given at this time. */
  boolean isFresh(long now, ReadLimits limits) {
    long age = (value.isPresent() ? limits.age() : limits.absentAge()).toNanos();
    return known && now - readAt < age;
  }

  /** Whether half of the time is over for which the value may be given. */
  boolean isAgeing(long now, ReadLimits limits) {
    return !reading && !isFresh(2 * now - readAt, limits);
  }

  /** The failure that a call ended with since then, or null. */
  @Nullable RuntimeException failureSince(long asked) {
    return failedAt - asked >= 0 ? failure : null;
  }

  /** The value; it was asked for and is given. */
  Optional<V> give() {
    waiting = false;
    return value;
  }

  /** A call begins. */
  void begin() {
    reading = true;
    waiting = false;
    written = false;
  }

  /**
   * The call that began at this time has answered. If there was a write meanwhile, the answer is
   * from before it or from after it, and nobody can know.
   */
  void read(Optional<V> answer, long begunAt) {
    reading = false;
    failure = null;
    known = !written;
    value = answer;
    readAt = begunAt;
  }

  /** The call has failed. */
  void fail(RuntimeException why, long now) {
    reading = false;
    failure = why;
    failedAt = now;
  }

  /** The call has ended without an answer or a failure. */
  void abandon() {
    reading = false;
  }

  /** The thing was changed. */
  void invalidate() {
    written = true;
    known = false;
  }
}
