package dev.natsfleet.logs.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Compares what arrived with what was written, and says where they part. */
final class ByteComparison {

  private static final int SHOWN = 80;

  private ByteComparison() {}

  static void same(String what, byte[] arrived, byte[] written) {
    int at = Arrays.mismatch(arrived, written);
    if (at >= 0) {
      throw new AssertionError(
          "%s: %d bytes arrived, %d were written, they part at %d: arrived <%s>, written <%s>"
              .formatted(
                  what,
                  arrived.length,
                  written.length,
                  at,
                  around(arrived, at),
                  around(written, at)));
    }
  }

  private static String around(byte[] bytes, int at) {
    int from = Math.max(0, Math.min(at, bytes.length) - SHOWN);
    int to = Math.min(bytes.length, at + SHOWN);
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
