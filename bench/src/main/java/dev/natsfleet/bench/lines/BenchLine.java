package dev.natsfleet.bench.lines;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The format of a benchmark line: host, file, counter, time of writing, random body, and a hash of
 * all of that. Counter, time and hash have a fixed width, so every line has the same length.
 */
final class BenchLine {

  static final int COUNTER_DIGITS = 9;
  static final int TIME_DIGITS = 19;
  static final int HASH_DIGITS = 8;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private BenchLine() {}

  /** The hash of the bytes that precede the hash, including the blank. */
  static int hash(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }

  /** Writes a number with leading zeros and returns the position after it. */
  static int decimal(byte[] into, int at, int digits, long value) {
    long rest = value;
    for (int i = at + digits - 1; i >= at; i--) {
      into[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return at + digits;
  }

  /** Writes the low digits of a number in base 16 and returns the position after it. */
  static int hex(byte[] into, int at, int digits, long value) {
    for (int i = 0; i < digits; i++) {
      into[at + i] = HEX[(int) (value >>> (4 * (digits - 1 - i))) & 15];
    }
    return at + digits;
  }

  /** Reads decimal digits; returns -1 if there is any other character. */
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
