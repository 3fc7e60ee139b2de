package dev.natsfleet.logs.shipper.identity;

import java.util.Arrays;

/**
 * A hash of the first bytes of a file, which do not change while the file grows. It also keeps the
 * hashes of its own beginnings, so that a copy is recognised that was made when the file was
 * shorter.
 */
public final class Fingerprint {

  /** Most bytes that are hashed. */
  public static final int MAX = 1024;

  private static final int LEAST_STEP = 8;
  private static final long[] NO_STEPS = {};

  /** The fingerprint of a file of which no byte was read. */
  public static final Fingerprint NONE = new Fingerprint(0, Hash64.START);

  private final int length;
  private final long hash;
  private final long[] steps; // the hash of 8 bytes, of 16, of 32...

  /**
   * A fingerprint from a checkpoint, which keeps no hashes of shorter beginnings.
   *
   * @param length bytes that were hashed, up to {@link #MAX}
   * @param hash of these bytes
   */
  public Fingerprint(int length, long hash) {
    this(length, hash, NO_STEPS);
  }

  private Fingerprint(int length, long hash, long[] steps) {
    this.length = length;
    this.hash = hash;
    this.steps = steps;
  }

  /** The fingerprint of a file that begins with these bytes. */
  public static Fingerprint of(byte[] head, int length) {
    return NONE.grow(0, head, length);
  }

  /** Bytes that were hashed. */
  public int length() {
    return length;
  }

  /** The hash of these bytes. */
  public long hash() {
    return hash;
  }

  /**
   * The fingerprint after {@code read} more bytes were read at {@code position}; the same object
   * when they add nothing.
   */
  public Fingerprint grow(long position, byte[] bytes, int read) {
    if (length == MAX || position > length || position + read <= length) {
      return this;
    }
    int from = Math.toIntExact(length - position);
    int to = from + Math.min(read - from, MAX - length);
    boolean stepping = steps.length == stepsIn(length); // else a beginning is not known
    long[] grown = Arrays.copyOf(steps, stepping ? stepsIn(length + to - from) : steps.length);
    long state = hash;
    int at = from;
    for (int i = steps.length; i < grown.length; i++) {
      int step = from + (LEAST_STEP << i) - length;
      state = Hash64.extend(state, bytes, at, step);
      grown[i] = state;
      at = step;
    }
    return new Fingerprint(length + to - from, Hash64.extend(state, bytes, at, to), grown);
  }

  /** Whether both hash the same number of bytes, and the same bytes. */
  public boolean isSame(Fingerprint other) {
    return length == other.length && hash == other.hash;
  }

  /** How many bytes of a shorter fingerprint can be compared with this one. */
  int comparable(Fingerprint shorter) {
    int known = Math.min(steps.length, stepsIn(shorter.length));
    return known == 0 ? 0 : LEAST_STEP << (known - 1);
  }

  /** Whether a shorter fingerprint is of the same bytes, as far as they can be compared. */
  boolean continues(Fingerprint shorter) {
    int known = Math.min(steps.length, stepsIn(shorter.length));
    return known == 0 || steps[known - 1] == shorter.steps[known - 1];
  }

  private static int stepsIn(int length) {
    return length < LEAST_STEP
        ? 0
        : Integer.SIZE - Integer.numberOfLeadingZeros(length / LEAST_STEP);
  }
}
