package dev.natsfleet.logs.shipper.loop;

import dev.natsfleet.logs.shipper.checkpoint.Checkpoint;
import java.security.SecureRandom;
import java.util.function.LongSupplier;

/** Gives ids to logs. No id is used twice, not even after the state directory was lost. */
final class LogIds implements LongSupplier {

  private static final int LOG_BITS = 24;

  private final long epoch;
  private long last;

  private LogIds(long epoch, long last) {
    this.epoch = epoch;
    this.last = last;
  }

  static LogIds fresh() {
    long epoch = new SecureRandom().nextLong() >>> (LOG_BITS + 1);
    return new LogIds(epoch, epoch << LOG_BITS);
  }

  static LogIds of(Checkpoint checkpoint) {
    return new LogIds(checkpoint.epoch(), checkpoint.lastId());
  }

  @Override
  public long getAsLong() {
    return ++last;
  }

  long last() {
    return last;
  }

  long epoch() {
    return epoch;
  }
}
