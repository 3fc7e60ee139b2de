package dev.natsfleet.logs.tail;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What a file has to do with a generation, as its bytes say. An inode is no proof of anything. */
enum Kinship {
  /** It has the generation's head, and what was read last of it in its place. */
  SAME,

  /** It has the head, and ends before what was read last: a copy that was made earlier. */
  SHORTER,

  /** It is so short that nothing can be told. */
  UNTOLD,

  /** It has other bytes. */
  OTHER;

  /**
   * Compares a file with a generation.
   *
   * @throws NoSuchFileException when the file was renamed meanwhile; it may be the one
   */
  static Kinship of(Path path, Generation generation) throws NoSuchFileException {
    try (Source source = Sources.open(path)) {
      return of(source, generation);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      return OTHER; // half packed: not this one now
    }
  }

  /** Compares an open file with a generation. */
  static Kinship of(Source source, Generation generation) throws IOException {
    Fingerprint known = generation.fingerprint();
    Anchor anchor = generation.anchor();
    Fingerprint head = Fingerprint.of(source, known.length());
    boolean whole = head.length() == known.length();
    if (whole ? !head.isSame(known) : !known.goesOn(head)) {
      return OTHER;
    }
    if (anchor.length() > 0 && reaches(source, anchor.end())) {
      return anchor.holds(source) ? SAME : OTHER;
    }
    if (whole && known.length() > 0) {
      return anchor.length() > 0 ? SHORTER : SAME;
    }
    return known.comparable(head) > 0 ? SHORTER : UNTOLD;
  }

  /** Whether the file is at least so long. */
  private static boolean reaches(Source source, long length) throws IOException {
    return Sources.readFully(source, length - 1, new byte[1]) == 1;
  }
}
