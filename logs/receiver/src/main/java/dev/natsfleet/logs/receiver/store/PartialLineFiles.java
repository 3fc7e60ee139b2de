package dev.natsfleet.logs.receiver.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Names of files for partial lines: {@code line-<token>-<number>}. No owner gives a name that
 * another owner gave, so that a file which an earlier owner still deletes is not in use.
 */
final class PartialLineFiles {

  private static final String NAME = "line-";

  private final Path directory;
  private final long token;
  private long last;

  PartialLineFiles(Path directory, long token) throws IOException {
    this.directory = directory;
    this.token = token;
    try (Stream<Path> files = Files.list(directory)) {
      this.last =
          files
              .filter(PartialLineFiles::isPartialLineFile)
              .mapToLong(PartialLineFiles::number)
              .max()
              .orElse(0);
    }
  }

  /** Whether a file has such a name. */
  static boolean isPartialLineFile(Path file) {
    return file.getFileName().toString().startsWith(NAME);
  }

  PartialLineFile nextFile() {
    return new PartialLineFile(directory.resolve(NAME + token + "-" + ++last), 0);
  }

  private static long number(Path file) {
    String name = file.getFileName().toString();
    return Long.parseLong(name.substring(name.lastIndexOf('-') + 1));
  }
}
