package dev.natsfleet.logs.tail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * What a log's name stands for, and the files beside it. What is concluded from them holds only if
 * nothing has changed meanwhile, which {@link #checkStill} tells.
 *
 * @param path the log's name
 * @param key of the file that has it
 * @param size of this file in bytes
 * @param modified its time of change, nanoseconds since 1970
 * @param head its first bytes, taken before the files beside it were looked at
 * @param siblings files that may have been made of the log, oldest first
 */
record Observation(
    Path path, FileKey key, long size, long modified, Fingerprint head, List<Sibling> siblings) {

  /**
   * Looks now.
   *
   * @throws NoSuchFileException when it was rotated meanwhile
   */
  static Observation of(Log log) throws IOException {
    Observation file = of(log.path());
    Generation last = log.last();
    boolean rare = last == null || !last.isBlank() || last.number() > 1; // else one listing for all
    List<Sibling> siblings = rare ? Sibling.of(file.path) : log.siblings();
    return new Observation(file.path, file.key, file.size, file.modified, file.head, siblings);
  }

  /**
   * Looks at the file alone.
   *
   * @throws NoSuchFileException when it was rotated meanwhile
   */
  static Observation of(Path path) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    FileKey key = FileKey.of(attributes);
    try (Source source = Sources.open(path)) {
      Fingerprint head = Fingerprint.of(source);
      Observation seen =
          new Observation(path, key, source.size(), Catalog.modified(attributes), head, List.of());
      check(seen.isThere(), path);
      return seen;
    }
  }

  /**
   * Checks that the name stands for the same file, which has the same head, and that the files
   * beside it have the names they had.
   *
   * @throws NoSuchFileException otherwise
   */
  void checkStill() throws IOException {
    Sibling.checkStill(path, siblings);
    try (Source source = Sources.open(path)) {
      check(head.length() == 0 ? source.size() == 0 : head.begins(source), path);
    }
    check(isThere(), path);
  }

  /** The first bytes of any file. */
  static Fingerprint head(Path path) throws IOException {
    try (Source source = Sources.open(path)) {
      return Fingerprint.of(source);
    }
  }

  private boolean isThere() throws IOException {
    return FileKey.of(Files.readAttributes(path, BasicFileAttributes.class)).matches(key);
  }

  private static void check(boolean still, Path path) throws NoSuchFileException {
    if (!still) {
      throw new NoSuchFileException(path.toString(), null, "it changed meanwhile");
    }
  }
}
