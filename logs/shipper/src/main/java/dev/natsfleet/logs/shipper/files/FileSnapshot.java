package dev.natsfleet.logs.shipper.files;

import dev.natsfleet.logs.shipper.identity.FileKey;
import dev.natsfleet.logs.shipper.identity.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The file that has a log's name. A conclusion from it holds only when {@link #checkUnchanged}
 * succeeds afterwards.
 *
 * @param path the log's name
 * @param key of the file
 * @param size of the file in bytes
 * @param modified time of the last change, in nanoseconds since 1970
 * @param head its first bytes
 * @param spare whether it ends with a zero: with space that its writer has reserved
 */
public record FileSnapshot(
    Path path, FileKey key, long size, long modified, Fingerprint head, boolean spare) {

  /**
   * Observes the file now.
   *
   * @throws NoSuchFileException when it was rotated meanwhile
   */
  public static FileSnapshot observe(Path path) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    FileKey key = FileKey.of(attributes);
    try (Source source = Sources.open(path)) {
      Fingerprint head = ContentReader.head(source);
      long size = source.size();
      FileSnapshot snapshot =
          new FileSnapshot(
              path, key, size, FileProbe.modified(attributes), head, isZero(source, size - 1));
      snapshot.require(snapshot.isInPlace());
      return snapshot;
    }
  }

  /**
   * Checks that the name still stands for this file, with the same first bytes.
   *
   * @throws NoSuchFileException otherwise
   */
  public void checkUnchanged() throws IOException {
    try (Source source = Sources.open(path)) {
      require(
          head.length() == 0
              ? ContentReader.head(source).length() == 0
              : ContentReader.hasHead(source, head));
    }
    require(isInPlace());
  }

  private static boolean isZero(Source source, long at) throws IOException {
    byte[] last = {1};
    return at >= 0 && Sources.readFully(source, at, last) == 1 && last[0] == 0;
  }

  private boolean isInPlace() throws IOException {
    return FileKey.of(Files.readAttributes(path, BasicFileAttributes.class)).matches(key);
  }

  private void require(boolean unchanged) throws NoSuchFileException {
    if (!unchanged) {
      throw new NoSuchFileException(path.toString(), null, "the file was changed meanwhile");
    }
  }
}
