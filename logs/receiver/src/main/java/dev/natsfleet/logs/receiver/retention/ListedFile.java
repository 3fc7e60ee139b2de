package dev.natsfleet.logs.receiver.retention;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Objects;

/**
 * A file as it was when it was listed.
 *
 * @param path by which it was found
 * @param modified when it was changed last
 * @param size in bytes
 * @param key the same for every path to the file
 */
record ListedFile(Path path, Instant modified, long size, Object key) {

  static ListedFile of(Path path, BasicFileAttributes file) {
    Object key = Objects.requireNonNullElse(file.fileKey(), path);
    return new ListedFile(path, file.lastModifiedTime().toInstant(), file.size(), key);
  }

  /**
   * Whether the path still leads to this file, and nobody has written to it: its directory may be a
   * link to elsewhere now, or its name another file's.
   */
  boolean isUnchanged() throws IOException {
    try {
      return of(path, Files.readAttributes(path, BasicFileAttributes.class)).equals(this);
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
