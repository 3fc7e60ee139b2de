package dev.natsfleet.logs.protocol.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds newlines eight bytes at a time. */
public final class NewlineScanner {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long NEWLINES = 0x0a0a0a0a0a0a0a0aL;
  private static final long LOW = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  private NewlineScanner() {}

  /** Index of the first newline within {@code [from, to)}; -1 when there is none. */
  public static int next(byte[] bytes, int from, int to) {
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long word = (long) LONGS.get(bytes, at) ^ NEWLINES;
      long zero = (word - LOW) & ~word & HIGH;
      if (zero != 0) {
        return at + Long.numberOfTrailingZeros(zero) / Byte.SIZE;
      }
    }
    for (; at < to; at++) {
      if (bytes[at] == '\n') {
        return at;
      }
    }
    return -1;
  }

  /** How many newlines there are within {@code [from, to)}. */
  public static int count(byte[] bytes, int from, int to) {
    int count = 0;
    int at = next(bytes, from, to);
    while (at >= 0) {
      count++;
      at = next(bytes, at + 1, to);
    }
    return count;
  }

  /** Index of the last newline within {@code [from, to)}; -1 when there is none. */
  public static int last(byte[] bytes, int from, int to) {
    int at = to - 1;
    while (at >= from && bytes[at] != '\n') {
      at--;
    }
    return at >= from ? at : -1;
  }
}
