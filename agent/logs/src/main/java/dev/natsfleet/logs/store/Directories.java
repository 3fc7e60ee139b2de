package dev.natsfleet.logs.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Makes names durable. */
final class Directories {

  private Directories() {}

  /** Makes the directory of a file, and all above it. */
  static void create(Path file) throws IOException {
    Path directory = parent(file);
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory);
      sync(directory);
    }
  }

  /** Makes the name of a file durable. */
  static void sync(Path file) throws IOException {
    try (FileChannel directory = FileChannel.open(parent(file), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  private static Path parent(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a directory");
  }
}
