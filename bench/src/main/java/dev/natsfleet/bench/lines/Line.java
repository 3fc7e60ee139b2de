package dev.natsfleet.bench.lines;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * How a line is laid out: host, file, counter, time of writing, random body, hash of all before it.
 * Counter, time and hash have a fixed width, so that a line has the length that was asked for.
 */
final class Line {

  static final int COUNTER_DIGITS = 9;
  static final int TIME_DIGITS = 19;
  static final int HASH_DIGITS = 8;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private Line() {}

  /** The hash of the bytes before a line's own hash, blank included. */
  static int hash(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }

  /** Writes a number with leading zeros; gives the place behind it. */
  static int decimal(byte[] into, int at, int digits, long value) {
    long rest = value;
    for (int i = at + digits - 1; i >= at; i--) {
      into[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return at + digits;
  }

  /** Writes the low digits of a number in base 16; gives the place behind it. */
  static int hex(byte[] into, int at, int digits, long value) {
    for (int i = 0; i < digits; i++) {
      into[at + i] = HEX[(int) (value >>> (4 * (digits - 1 - i))) & 15];
    }
    return at + digits;
  }

  /** Reads digits of base 10; -1 when there is anything else. */
  static long decimal(byte[] from, int at, int digits) {
    long value = 0;
    for (int i = at; i < at + digits; i++) {
      if (from[i] < '0' || from[i] > '9') {
        return -1;
      }
      value = value * 10 + from[i] - '0';
    }
    return value;
  }
}
