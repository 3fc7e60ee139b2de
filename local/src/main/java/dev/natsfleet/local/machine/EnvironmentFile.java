package dev.natsfleet.local.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Lines of {@code NAME=value}, like {@code EnvironmentFile=-} of systemd. */
final class EnvironmentFile {

  private EnvironmentFile() {}

  /** The variables in the file; empty if the file does not exist. */
  static Map<String, String> read(Path file) {
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      return Files.readAllLines(file).stream()
          .map(line -> line.split("=", 2))
          .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
