package dev.natsfleet.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The stories in the test resources. */
final class StoryFiles {

  private static final Path RESOURCES =
      Path.of(System.getProperty("natsfleet.root", ".."), "simulation/src/test/resources");

  private StoryFiles() {}

  /** The stories of a directory, by name. */
  static List<Path> of(String directory) {
    try (Stream<Path> files = Files.list(RESOURCES.resolve(directory))) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
