package dev.natsfleet.logs.tail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The file that a log's name stands for. What is concluded from it holds only if nothing has
 * changed meanwhile, which {@link #checkStill} tells.
 *
 * @param path the log's name
 * @param key of the file that has it
 * @param size of this file in bytes
 * @param modified its time of change, nanoseconds since 1970
 * @param head its first bytes
 */
record Observation(Path path, FileKey key, long size, long modified, Fingerprint head) {

  /**
   * Looks now.
   *
   * @throws NoSuchFileException when it was rotated meanwhile
   */
  static Observation of(Path path) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    FileKey key = FileKey.of(attributes);
    try (Source source = Sources.open(path)) {
      Fingerprint head = Fingerprint.of(source);
      Observation seen =
          new Observation(path, key, source.size(), Catalog.modified(attributes), head);
      seen.check(seen.isThere());
      return seen;
    }
  }

  /**
   * Checks that the name stands for the same file, which has the same head.
   *
   * @throws NoSuchFileException otherwise
   */
  void checkStill() throws IOException {
    try (Source source = Sources.open(path)) {
      check(head.length() == 0 ? source.size() == 0 : head.begins(source));
    }
    check(isThere());
  }

  private boolean isThere() throws IOException {
    return FileKey.of(Files.readAttributes(path, BasicFileAttributes.class)).matches(key);
  }

  private void check(boolean still) throws NoSuchFileException {
    if (!still) {
      throw new NoSuchFileException(path.toString(), null, "it changed meanwhile");
    }
  }
}
