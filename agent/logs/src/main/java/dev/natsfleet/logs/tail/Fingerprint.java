package dev.natsfleet.logs.tail;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The head of a file, which does not change while the file grows. It knows the hashes of its own
 * beginnings, too, so that a copy can be told that was made when the file was shorter.
 */
public final class Fingerprint {

  static final int MAX = 1024;
  private static final int LEAST_STEP = 8;
  private static final long[] NO_STEPS = {};
  static final Fingerprint NONE = new Fingerprint(0, Hash64.START);

  private final int length;
  private final long hash;
  private final long[] steps; // the hash of 8 bytes, of 16, of 32...

  /**
   * The head that a checkpoint remembers.
   *
   * @param length bytes that were hashed, up to {@link #MAX}
   * @param hash of them
   */
  public Fingerprint(int length, long hash) {
    this(length, hash, NO_STEPS);
  }

  private Fingerprint(int length, long hash, long[] steps) {
    this.length = length;
    this.hash = hash;
    this.steps = steps;
  }

  /** Bytes that were hashed. */
  public int length() {
    return length;
  }

  /** Hash of them. */
  public long hash() {
    return hash;
  }

  /** The fingerprint after bytes at {@code position} were read; the same when they add nothing. */
  Fingerprint grow(long position, byte[] bytes, int read) {
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

  /** The fingerprint of what a file has grown to; the same when it has other bytes by now. */
  Fingerprint grown(Path path) throws IOException {
    try (Source source = Sources.open(path)) {
      byte[] head = new byte[MAX];
      int read = Sources.readFully(source, 0, head);
      boolean same = length > 0 && NONE.grow(0, head, Math.min(length, read)).isSame(this);
      return same ? NONE.grow(0, head, read) : this;
    }
  }

  /** The fingerprint of a file as it is now. */
  static Fingerprint of(Source source) throws IOException {
    return of(source, MAX);
  }

  /** The fingerprint of a file's first bytes, up to so many. */
  static Fingerprint of(Source source, int length) throws IOException {
    byte[] head = new byte[length];
    return NONE.grow(0, head, Sources.readFully(source, 0, head));
  }

  /**
   * The fingerprint of a file beside a log; empty when it cannot be read now, which whoever reads
   * it will tell.
   *
   * @throws NoSuchFileException when it was renamed meanwhile
   */
  static Fingerprint of(Path path) throws NoSuchFileException {
    try (Source source = Sources.open(path)) {
      return of(source);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      return NONE;
    }
  }

  /** Whether a file begins with these bytes. Nothing is known of an empty fingerprint. */
  boolean begins(Source source) throws IOException {
    return length > 0 && of(source, length).isSame(this);
  }

  /** Whether it is the head of so many bytes, and of the same. */
  boolean isSame(Fingerprint other) {
    return length == other.length && hash == other.hash;
  }

  /** How many bytes of a shorter head can be compared with this one. */
  int comparable(Fingerprint shorter) {
    int known = Math.min(steps.length, stepsIn(shorter.length));
    return known == 0 ? 0 : LEAST_STEP << (known - 1);
  }

  /** Whether a shorter head has the same bytes, as far as they can be compared. */
  boolean goesOn(Fingerprint shorter) {
    int known = Math.min(steps.length, stepsIn(shorter.length));
    return known == 0 || steps[known - 1] == shorter.steps[known - 1];
  }

  private static int stepsIn(int length) {
    return length < LEAST_STEP
        ? 0
        : Integer.SIZE - Integer.numberOfLeadingZeros(length / LEAST_STEP);
  }
}
