package dev.natsfleet.logs.protocol.record;

/** Numbers as ASCII digits, written into a buffer and read from a text without allocation. */
public final class Decimals {

  private static final int RADIX_36 = 36;
  private static final int MAX_DIGITS = 20;
  private static final int MAX_DIGITS_36 = 13;

  private Decimals() {}

  /** Writes a number that is not negative; gives the index behind it. */
  public static int write(byte[] to, int at, long number) {
    int end = at + digits(number);
    long rest = number;
    for (int i = end - 1; i >= at; i--) {
      long quotient = rest / 10;
      to[i] = (byte) ('0' + (rest - quotient * 10));
      rest = quotient;
    }
    return end;
  }

  /** How many digits {@link #write} writes. */
  public static int digits(long number) {
    int digits = 1;
    long limit = 10;
    while (digits < MAX_DIGITS - 1 && number >= limit) {
      digits++;
      limit *= 10;
    }
    return digits;
  }

  /**
   * Reads a number that is not negative from {@code [from, end)}. Throws NumberFormatException when
   * that is no such number.
   */
  public static long read(String text, int from, int end) {
    long number = read(text, from, end, 10);
    if (number < 0 || end - from >= MAX_DIGITS) {
      throw notANumber(text, from, end);
    }
    return number;
  }

  static long readBase36(String text, int from, int end) {
    if (end - from > MAX_DIGITS_36) {
      throw notANumber(text, from, end);
    }
    return read(text, from, end, RADIX_36);
  }

  private static long read(String text, int from, int end, int radix) {
    long number = 0;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      int digit = c <= '9' ? c - '0' : c - 'a' + 10;
      if (digit < 0 || digit >= radix) {
        throw notANumber(text, from, end);
      }
      number = number * radix + digit;
    }
    if (from >= end) {
      throw notANumber(text, from, end);
    }
    return number;
  }

  private static NumberFormatException notANumber(String text, int from, int end) {
    return new NumberFormatException("not a number: " + text.substring(from, Math.max(from, end)));
  }

  static int writeBase36(byte[] to, int at, long number) {
    int end = at;
    long rest = number;
    do {
      to[end++] = (byte) Character.forDigit((int) Long.remainderUnsigned(rest, RADIX_36), RADIX_36);
      rest = Long.divideUnsigned(rest, RADIX_36);
    } while (rest != 0);
    reverse(to, at, end);
    return end;
  }

  private static void reverse(byte[] bytes, int from, int to) {
    for (int i = from, j = to - 1; i < j; i++, j--) {
      byte b = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = b;
    }
  }
}
