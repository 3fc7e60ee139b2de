package dev.natsfleet.logs.shipper.files;

import dev.natsfleet.logs.shipper.identity.FileKey;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks the file system for what a path names now. */
public final class FileProbe {

  private static final long SECOND = 1_000_000_000L;
  private static final long STEP = 20_000_000L;

  private FileProbe() {}

  /** The attributes of a file; null when nothing has this name. */
  public static @Nullable BasicFileAttributes attributes(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Whether the path names the file with this key. */
  public static boolean isAt(Path path, FileKey key) throws IOException {
    BasicFileAttributes attributes = attributes(path);
    return attributes != null && FileKey.of(attributes).matches(key);
  }

  /** Says why what a path names is no file that can be followed. */
  public static FileSystemException irregular(Path path, BasicFileAttributes attributes) {
    String why =
        attributes.isDirectory()
            ? "it is a directory: SHIPPER_FILE takes the names of files, or a pattern for those in it"
            : "it is a pipe, a socket or a device, and no file";
    return new FileSystemException(path.toString(), null, why);
  }

  /**
   * By how much two times of change must differ at most when one change is surely later, in
   * nanoseconds: two steps of the kernel's clock, or two seconds where the file system seems to
   * keep whole seconds.
   */
  public static long clockStep(long modified) {
    return modified % SECOND == 0 ? 2 * SECOND : STEP;
  }

  /** Time of the last change in nanoseconds since 1970. */
  public static long modified(BasicFileAttributes attributes) {
    return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
  }
}
