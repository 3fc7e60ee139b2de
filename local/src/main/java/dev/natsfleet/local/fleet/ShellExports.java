package dev.natsfleet.local.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a file of {@code export} lines with which a shell finds the fleet. */
final class ShellExports {

  private ShellExports() {}

  static Path write(Path file, Map<String, String> variables) {
    String text =
        new TreeMap<>(variables)
            .entrySet().stream()
                .map(entry -> "export " + entry.getKey() + "='" + entry.getValue() + "'\n")
                .collect(Collectors.joining());
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
