package dev.natsfleet.logs.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Makes names durable: a file that is synced is lost all the same when a directory above is not.
 */
public final class Directories {

  private Directories() {}

  /** Makes the directory of a file, and all above it that are missing, durably. */
  public static void create(Path file) throws IOException {
    Path directory = parent(file);
    if (!Files.isDirectory(directory)) {
      create(directory);
      Files.createDirectories(directory);
      sync(directory);
    }
  }

  /** Makes the name of a file or directory durable. */
  public static void sync(Path file) throws IOException {
    try (FileChannel directory = FileChannel.open(parent(file), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  private static Path parent(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a directory");
  }
}
