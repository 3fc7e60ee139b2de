package dev.natsfleet.logs.program.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The state directory of a program for which nobody has chosen one: its own, or the one that both
 * programs had in common before, as long as this program's checkpoint or journals are there and not
 * in its own.
 */
public record DefaultStateDirectory(ProgramName program, Path parent) {

  private static final String FORMER = "natsfleet-logs";

  /** Of a program on this machine. */
  public static DefaultStateDirectory of(ProgramName program) {
    return new DefaultStateDirectory(program, Path.of("/var/lib"));
  }

  /** Where the program's state is, or will be; throws IOException if that cannot be seen. */
  public Path choose() throws IOException {
    return hasState(own()) || !hasState(former()) ? own() : former();
  }

  /** The program's own directory. */
  public Path own() {
    return parent.resolve("natsfleet-" + program.name().toLowerCase(Locale.ROOT));
  }

  /** The directory of both programs in earlier versions. */
  public Path former() {
    return parent.resolve(FORMER);
  }

  private boolean hasState(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    boolean shipper = program == ProgramName.SHIPPER; // a receiver has <copy>/partition-<number>
    String start = shipper ? "checkpoint" : "partition-";
    try (Stream<Path> paths =
        Files.walk(directory, shipper ? 1 : 2, FileVisitOption.FOLLOW_LINKS)) {
      return paths.anyMatch(path -> String.valueOf(path.getFileName()).startsWith(start));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
