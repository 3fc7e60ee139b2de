package dev.natsfleet.logs.receiver.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Finds out whether a name still stands for a file that is open. */
public final class InodeLookup {

  private InodeLookup() {}

  /**
   * Inode of the file that has this name; 0 when none has. The device is left out, because it may
   * have another number when the host starts again.
   */
  public static long number(Path file) throws IOException {
    try {
      return ((Number) Files.getAttribute(file, "unix:ino")).longValue();
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  /** Device and inode of the file that has this name; null when none has. */
  public static @Nullable Object find(Path file) throws IOException {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException e) {
      return null;
    }
  }
}
