package dev.natsfleet.logs.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Names of files for open lines: {@code line-<token>-<number>}. No owner gives a name that another
 * has given, so that what one of the past still deletes is nobody's.
 */
final class Asides {

  private static final String NAME = "line-";

  private final Path directory;
  private final long token;
  private long last;

  Asides(Path directory, long token) throws IOException {
    this.directory = directory;
    this.token = token;
    try (Stream<Path> files = Files.list(directory)) {
      this.last = files.filter(Asides::has).mapToLong(Asides::number).max().orElse(0);
    }
  }

  /** Whether a file holds an open line. */
  static boolean has(Path file) {
    return file.getFileName().toString().startsWith(NAME);
  }

  Aside next() {
    return new Aside(directory.resolve(NAME + token + "-" + ++last), 0);
  }

  private static long number(Path file) {
    String name = file.getFileName().toString();
    return Long.parseLong(name.substring(name.lastIndexOf('-') + 1));
  }
}
