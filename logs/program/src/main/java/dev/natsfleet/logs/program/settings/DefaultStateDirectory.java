package dev.natsfleet.logs.program.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The state directory of a program for which nobody has chosen one: its own, or the one that both
 * programs had in common before, as long as this program's checkpoint or journals are there and not
 * in its own. Somebody may have mounted a volume there, which is empty, for a program that has no
 * directory of its own.
 */
public record DefaultStateDirectory(ProgramName program, Path parent) {

  private static final String FORMER = "natsfleet-logs";
  private static final String LOST_AND_FOUND = "lost+found"; // a volume's own, that only root reads

  /** Of a program on this machine. */
  public static DefaultStateDirectory of(ProgramName program) {
    return new DefaultStateDirectory(program, Path.of("/var/lib"));
  }

  /** Where the program's state is, or will be; throws IOException if that cannot be seen. */
  public Path choose() throws IOException {
    boolean former =
        !hasState(own()) && (hasState(former()) || (isEmpty(former()) && !Files.exists(own())));
    return former ? former() : own();
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
    for (Path entry : entries(directory)) {
      boolean nested = program == ProgramName.RECEIVER; // it has <copy>/partition-<number>
      if (isState(entry) || (nested && entries(entry).stream().anyMatch(this::isState))) {
        return true;
      }
    }
    return false;
  }

  private boolean isState(Path path) {
    String start = program == ProgramName.SHIPPER ? "checkpoint" : "partition-";
    return path.getFileName().toString().startsWith(start);
  }

  /** Whether nothing is there but what this program makes before it has any state. */
  private boolean isEmpty(Path directory) throws IOException {
    return Files.isDirectory(directory)
        && entries(directory).stream().allMatch(this::isBeforeState);
  }

  private boolean isBeforeState(Path entry) {
    String name = entry.getFileName().toString();
    String made = program == ProgramName.SHIPPER ? "lock" : "id";
    return name.equals(made)
        || (name.startsWith(program.name().toLowerCase(Locale.ROOT)) && name.endsWith(".sock"));
  }

  private static List<Path> entries(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.filter(entry -> !entry.endsWith(LOST_AND_FOUND)).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
