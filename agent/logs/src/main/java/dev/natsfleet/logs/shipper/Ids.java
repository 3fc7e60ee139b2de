package dev.natsfleet.logs.shipper;

import dev.natsfleet.logs.checkpoint.Memory;
import java.security.SecureRandom;
import java.util.function.LongSupplier;

/** Ids of logs: never used twice, not even after the state was lost. */
final class Ids implements LongSupplier {

  private static final int LOG_BITS = 24;

  private final long epoch;
  private long last;

  private Ids(long epoch, long last) {
    this.epoch = epoch;
    this.last = last;
  }

  static Ids fresh() {
    long epoch = new SecureRandom().nextLong() >>> (LOG_BITS + 1);
    return new Ids(epoch, epoch << LOG_BITS);
  }

  static Ids of(Memory memory) {
    return new Ids(memory.epoch(), memory.lastId());
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
