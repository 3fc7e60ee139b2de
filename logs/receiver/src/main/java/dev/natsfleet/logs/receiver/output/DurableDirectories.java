package dev.natsfleet.logs.receiver.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Makes file names durable: a synced file is lost when a directory above it was not synced. */
public final class DurableDirectories {

  private DurableDirectories() {}

  /** Creates the directory of a file, and all above it that are missing, durably. */
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
