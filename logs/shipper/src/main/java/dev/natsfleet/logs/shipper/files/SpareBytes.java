package dev.natsfleet.logs.shipper.files;

import dev.natsfleet.logs.shipper.identity.Anchor;
import java.io.IOException;
import java.util.Arrays;

/**
 * Zeros and spaces at the end of a file, which a writer overwrites with what comes next. A few
 * spaces are text: those that are overwritten count as a trailer.
 */
public final class SpareBytes {

  private static final byte[] ZEROS = new byte[1 << 16];

  private SpareBytes() {}

  /**
   * How many of the first {@code length} bytes are left without the padding at their end.
   *
   * @param last whether the file ends there, as far as is known
   */
  public static int trim(byte[] bytes, int length, boolean last) {
    int end = length;
    while (end > 0 && bytes[end - 1] == 0) {
      end--;
    }
    int text = end;
    while (text > 0 && bytes[text - 1] == ' ') {
      text--;
    }
    boolean few = end - text <= Anchor.TRAILER && (last || end < length);
    return few ? end : text;
  }

  /**
   * Offset of the first byte from {@code from} on that is no padding; -1 when there is none within
   * {@code length} bytes, or little more.
   */
  public static long end(Source source, long from, long length) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long at = from;
    int read = Sources.readFully(source, at, buffer);
    while (read > 0) {
      int first = end(buffer, read);
      if (first < read) {
        return at + first;
      }
      at += read;
      read = at - from < length ? Sources.readFully(source, at, buffer) : 0;
    }
    return -1;
  }

  private static int end(byte[] bytes, int length) {
    int other = Arrays.mismatch(bytes, 0, length, ZEROS, 0, length);
    int at = other < 0 ? length : other;
    while (at < length && (bytes[at] == 0 || bytes[at] == ' ')) {
      at++;
    }
    return at;
  }
}
