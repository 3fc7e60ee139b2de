package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.shipper.files.ContentReader;
import dev.natsfleet.logs.shipper.files.Source;
import dev.natsfleet.logs.shipper.files.Sources;
import dev.natsfleet.logs.shipper.files.SpareBytes;
import dev.natsfleet.logs.shipper.identity.FileIdentity;
import dev.natsfleet.logs.shipper.identity.Fingerprint;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads generations, and notices when a file has other bytes than it had. */
public final class GenerationReader {

  private static final Logger LOG = LoggerFactory.getLogger(GenerationReader.class);

  private final GenerationFinder finder;

  GenerationReader(GenerationFinder finder) {
    this.finder = finder;
  }

  /** Whether there are bytes that were not read; looks at the open file. */
  public boolean hasMore(TrackedLog log, Generation generation, long now)
      throws IOException, TruncatedException, GoneException {
    ReadCursor cursor = generation.reads();
    boolean looking = cursor.isOpen() || generation.isRotated();
    if (!cursor.isComplete() && looking && !generation.isPacked()) {
      long size = open(log, generation).size();
      if (size < cursor.position()) {
        throw new TruncatedException(); // also of a file that has no name any more
      }
      cursor.grow(size, now);
    }
    if (cursor.reserved().isDue(now)) {
      cursor.touched();
    }
    if ((cursor.isBlank() || generation.isBlank()) && generation.isRotated()) {
      Source source = cursor.source();
      cursor.shrink(source == null ? cursor.size() : source.size());
      cursor.touched(); // nothing overwrites the zeros any more
    }
    return !cursor.isComplete()
        && (cursor.contentSize() > cursor.position() || generation.isPacked());
  }

  /**
   * Reads what comes next into {@code to}, without moving the position. Padding at the end of a
   * file that is being written is left: somebody has reserved the space, and will overwrite it.
   *
   * @throws TruncatedException when the bytes before the position are not what they were, or none
   *     were known until now: others may have been there, and be in a copy beside the log
   * @throws GoneException when there is no file to read from
   */
  public int read(TrackedLog log, Generation generation, byte[] to, long now)
      throws IOException, TruncatedException, GoneException {
    Source source = open(log, generation);
    long position = generation.reads().position();
    if (generation.isPacked()) {
      checkAnchor(generation, source); // before the read, because unpacking only goes forward
    }
    int read = Sources.readFully(source, position, to);
    if (!generation.isPacked()) {
      checkAnchor(generation, source); // after it, because the file may be truncated meanwhile
    }
    generation.reads().grow(position + read, now);
    boolean whole = generation.isPacked() || generation.isRotated();
    int content = whole ? read : content(generation.reads(), source, to, read, now);
    if (content > 0 && !whole && isUnseen(log, generation, source)) {
      throw new TruncatedException();
    }
    if (content > 0 && content == read && position + read >= generation.reads().size()) {
      generation.reads().spare(to[read - 1] == 0); // what was reserved may be full by now
    }
    generation.setHead(generation.identity().head().grow(position, to, content));
    return content;
  }

  /**
   * Whether the file has had no bytes at each look, and has some that the next look finds. Zeros at
   * its beginning do not tell it from another one.
   */
  private static boolean isUnseen(TrackedLog log, Generation generation, Source source)
      throws IOException {
    return generation.isBlank()
        && ContentReader.head(source).length() > 0
        && GenerationFinder.isAt(log.path(), generation);
  }

  /** How many bytes of a read are followed by something else than padding, or are none. */
  private static int content(ReadCursor cursor, Source source, byte[] to, int read, long now)
      throws IOException {
    long behind = cursor.position() + read;
    int content = SpareBytes.trim(to, read, behind >= cursor.size());
    if (content > 0 || read == 0) {
      return content;
    }
    if (cursor.contentAt() < behind) {
      long at = cursor.reserved().firstByteBehind(source, behind, now);
      if (at < 0) {
        cursor.markBlank();
        return 0;
      }
      cursor.contentAt(at);
    }
    return read;
  }

  /** Opens what is read next, so that a file which is deleted at once can be read all the same. */
  void hold(TrackedLog log) {
    log.current()
        .filter(generation -> !generation.isPacked())
        .ifPresent(generation -> hold(log, generation));
  }

  private void hold(TrackedLog log, Generation generation) {
    try {
      open(log, generation);
    } catch (IOException | TruncatedException | GoneException e) {
      LOG.atDebug().addKeyValue("path", log.path()).setCause(e).log("reading it finds the same");
    }
  }

  private Source open(TrackedLog log, Generation generation)
      throws IOException, TruncatedException, GoneException {
    Source source = generation.reads().source();
    if (source == null) {
      Path found = finder.find(log, generation);
      generation.setPath(found);
      source = Sources.open(found);
      generation.reads().open(source);
      if (!GenerationFinder.isAt(found, generation)) {
        generation.reads().close();
        throw new NoSuchFileException(found.toString(), null, "it was rotated while it was opened");
      }
      generation.reads().found();
      checkHead(generation, source);
    }
    return source;
  }

  /** A new file with the same inode has other first bytes. */
  private static void checkHead(Generation generation, Source source)
      throws IOException, TruncatedException {
    Fingerprint known = generation.identity().head();
    Fingerprint head = ContentReader.head(source, known.length());
    if (!head.isSame(known)) {
      generation.reads().close();
      throw new TruncatedException();
    }
    generation.setHead(head); // that of a checkpoint has no hashes of shorter beginnings
  }

  private static void checkAnchor(Generation generation, Source source)
      throws IOException, TruncatedException {
    FileIdentity identity = generation.identity();
    boolean first = generation.reads().position() == 0 && identity.head().length() > 0;
    if (!ContentReader.hasAnchor(source, identity.anchor())
        || (first && !ContentReader.hasHead(source, identity.head()))) { // no anchor yet
      throw new TruncatedException();
    }
  }
}
