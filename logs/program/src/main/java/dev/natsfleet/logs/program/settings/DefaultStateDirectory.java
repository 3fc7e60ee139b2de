package dev.natsfleet.logs.program.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The state directory of a program for which nobody has chosen one: its own, or the one that both
 * programs had in common before, as long as this program's checkpoint or journals are there and not
 * in its own.
 */
public record DefaultStateDirectory(ProgramName program, Path parent) {

  private static final String FORMER = "natsfleet-logs";
  private static final int DEPTH = 2; // <copy>/partition-<number>

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
    Predicate<Path> isState =
        program == ProgramName.SHIPPER
            ? path -> path.equals(directory.resolve("checkpoint"))
            : path -> String.valueOf(path.getFileName()).startsWith("partition-");
    try (Stream<Path> paths = Files.walk(directory, DEPTH)) {
      return paths.anyMatch(isState);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
