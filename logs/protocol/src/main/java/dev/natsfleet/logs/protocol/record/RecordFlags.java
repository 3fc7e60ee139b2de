package dev.natsfleet.logs.protocol.record;

/** Flags of a record: bits of {@link RecordHeader#flags}, and letters on the wire. */
public final class RecordFlags {

  /** The payload does not end its line: no newline follows it in the file yet. */
  public static final int PARTIAL = 1;

  /** The payload begins within a line that an earlier record began. */
  public static final int CONTINUED = 2;

  /** First record of its generation; carries a {@link GenerationStart}. */
  public static final int OPENS = 4;

  /** The payload is zstd of the file's own bytes, newlines included. */
  public static final int BUNDLE = 8;

  /** The record was sent before any record of its generation was acknowledged. */
  public static final int EARLY = 16;

  private static final String LETTERS = "pcoze";

  private RecordFlags() {}

  static int letters(byte[] to, int at, int flags) {
    if (flags == 0) {
      to[at] = '-';
      return at + 1;
    }
    int next = at;
    for (int bit = 0; bit < LETTERS.length(); bit++) {
      if ((flags & (1 << bit)) != 0) {
        to[next++] = (byte) LETTERS.charAt(bit);
      }
    }
    return next;
  }

  static int parse(String letters) {
    int flags = 0;
    for (int i = 0; i < letters.length() && letters.charAt(0) != '-'; i++) {
      int bit = LETTERS.indexOf(letters.charAt(i));
      if (bit < 0) {
        throw new IllegalArgumentException("unknown flag in " + letters);
      }
      flags |= 1 << bit;
    }
    return flags;
  }
}
