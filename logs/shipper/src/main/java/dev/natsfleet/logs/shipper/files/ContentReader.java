package dev.natsfleet.logs.shipper.files;

import dev.natsfleet.logs.shipper.identity.Anchor;
import dev.natsfleet.logs.shipper.identity.ContentComparison;
import dev.natsfleet.logs.shipper.identity.ContentMatch;
import dev.natsfleet.logs.shipper.identity.FileIdentity;
import dev.natsfleet.logs.shipper.identity.Fingerprint;
import dev.natsfleet.logs.shipper.identity.PackedFormat;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads those bytes of a file by which it is recognised. */
public final class ContentReader {

  private ContentReader() {}

  /** The fingerprint of a file as it is now, without padding that may be overwritten. */
  public static Fingerprint head(Source source) throws IOException {
    byte[] head = new byte[Fingerprint.MAX];
    return headOf(head, Sources.readFully(source, 0, head));
  }

  private static Fingerprint headOf(byte[] head, int read) {
    return Fingerprint.of(head, SpareBytes.trim(head, read, read < head.length));
  }

  /** The fingerprint of the first bytes of a file, at most {@code length} of them. */
  public static Fingerprint head(Source source, int length) throws IOException {
    byte[] head = new byte[length];
    return Fingerprint.of(head, Sources.readFully(source, 0, head));
  }

  /**
   * The fingerprint of a rotated file; empty when the file cannot be read now, which is reported
   * when its turn to be read comes.
   *
   * @throws NoSuchFileException when it was renamed meanwhile
   */
  public static Optional<Fingerprint> head(Path path) throws NoSuchFileException {
    try (Source source = Sources.open(path)) {
      return Optional.of(head(source));
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The fingerprint of a file that has grown; the known one when the file has other bytes now. */
  public static Fingerprint grown(Path path, Fingerprint known) throws IOException {
    try (Source source = Sources.open(path)) {
      byte[] head = new byte[Fingerprint.MAX];
      int read = Sources.readFully(source, 0, head);
      Fingerprint before = Fingerprint.of(head, Math.min(known.length(), read));
      return known.length() > 0 && before.isSame(known) ? headOf(head, read) : known;
    }
  }

  /** Whether a file begins with these bytes; false when no bytes are known. */
  public static boolean hasHead(Source source, Fingerprint head) throws IOException {
    return head.length() > 0 && head(source, head.length()).isSame(head);
  }

  /** Whether a file has the bytes of the anchor in their place. */
  public static boolean hasAnchor(Source source, Anchor anchor) throws IOException {
    byte[] bytes = new byte[anchor.length()];
    return Sources.readFully(source, anchor.end() - bytes.length, bytes) == bytes.length
        && anchor.isOf(bytes);
  }

  /**
   * Compares a file with what is known of another one. A file that cannot be read, because it is
   * half packed, has other bytes for now.
   *
   * @throws NoSuchFileException when the file was renamed meanwhile, so that it may be the one
   * @throws AccessDeniedException when this user may not read it now, so that it may be the one
   */
  public static ContentComparison compare(Path path, FileIdentity known)
      throws NoSuchFileException, AccessDeniedException {
    try (Source source = Sources.open(path)) {
      return compare(source, known);
    } catch (NoSuchFileException | AccessDeniedException e) {
      throw e;
    } catch (IOException e) {
      return ContentComparison.OTHER;
    }
  }

  /** Whether a rotated file is a copy of what the log has now, or of nothing. */
  public static boolean isCopy(Path rotated, Path log) throws IOException {
    if (PackedFormat.isPacked(rotated)) {
      return false;
    }
    try (Source copy = Sources.open(rotated);
        Source file = Sources.open(log)) {
      int length = (int) Math.min(Anchor.MAX, copy.size());
      byte[] end = new byte[length];
      long size = copy.size();
      return length == 0
          || (Sources.readFully(copy, size - length, end) == length
              && hasHead(file, head(copy))
              && hasAnchor(file, Anchor.of(size, end, length)));
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      return false; // it cannot be read now
    }
  }

  /** Whether a file has the last bytes of another one in their place. */
  public static boolean hasEndOf(Source other, Path path) throws IOException {
    Anchor last = end(other);
    try (Source source = Sources.open(path)) {
      return hasAnchor(source, last);
    }
  }

  /**
   * Whether a file has the bytes of an anchor before the end of what was read, and the first bytes
   * that are known up to there, whatever follows.
   */
  public static boolean hasBeginning(Path path, FileIdentity known, Anchor before)
      throws IOException {
    try (Source source = Sources.open(path)) {
      int length = (int) Math.min(known.head().length(), before.end());
      return before.length() > 0
          && ContentMatch.judge(known, head(source, length)) != ContentMatch.OTHER
          && hasAnchor(source, before);
    }
  }

  /** The anchors of a file as it is now: at an offset, and before the trailer that ends there. */
  public static List<Anchor> anchors(Path path, long end) throws IOException {
    try (Source source = Sources.open(path)) {
      byte[] bytes = new byte[(int) Math.min(Anchor.MAX + Anchor.TRAILER, end)];
      int read = Sources.readFully(source, end - bytes.length, bytes);
      return List.of(
          Anchor.of(end, bytes, read),
          Anchor.beforeTrailer(Anchor.NONE, Anchor.NONE, end, bytes, read));
    }
  }

  private static ContentComparison compare(Source source, FileIdentity known) throws IOException {
    ContentMatch byHead = ContentMatch.judge(known, head(source, known.head().length()));
    Anchor anchor = known.anchor();
    if (byHead == ContentMatch.OTHER) {
      return ContentComparison.OTHER;
    }
    if (anchor.length() > 0 && isAsLongAs(source, anchor.end())) {
      return hasAnchor(source, anchor)
          ? ContentComparison.of(ContentMatch.SAME)
          : ContentComparison.OTHER;
    }
    return byHead == ContentMatch.SAME
        ? ContentComparison.of(byHead)
        : new ContentComparison(byHead, Optional.of(end(source)));
  }

  private static boolean isAsLongAs(Source source, long length) throws IOException {
    return Sources.readFully(source, length - 1, new byte[1]) == 1;
  }

  /** The anchor at the end of a file that was read up to there. */
  private static Anchor end(Source source) throws IOException {
    long end = source.size();
    byte[] bytes = new byte[(int) Math.min(Anchor.MAX, end)];
    return Anchor.of(end, bytes, Sources.readFully(source, end - bytes.length, bytes));
  }
}
