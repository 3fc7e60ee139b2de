package dev.natsfleet.agent.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Directories and files that only the agent's user can read, whatever the umask is: configuration
 * and state hold what the user may have written into {@code spec.server.config}.
 */
public final class PrivateFiles {

  private static final FileAttribute<Set<PosixFilePermission>> FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final Set<PosixFilePermission> DIRECTORY =
      PosixFilePermissions.fromString("rwx------");
  private static final String OURS = "agent.lock";

  private PrivateFiles() {}

  /**
   * Makes the directory with mode 0700. One that is there (systemd makes it with 0755 unless told
   * otherwise) gets that mode when it is empty or an agent's; any other keeps its mode, since it
   * may be a directory such as {@code /var} that was named by mistake.
   */
  public static void makeDirectory(Path directory) {
    try {
      Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(DIRECTORY));
      if (!Files.getPosixFilePermissions(directory).equals(DIRECTORY) && isOurs(directory)) {
        Files.setPosixFilePermissions(directory, DIRECTORY);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the state directory %s cannot be made with mode 0700: let it belong to the agent's user"
              .formatted(directory),
          e);
    }
  }

  /** Replaces a file as a whole with mode 0600: a reader finds the old text or the new one. */
  public static void replace(Path file, String text) {
    Path next = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.deleteIfExists(next);
      Files.createFile(next, FILE);
      Files.writeString(next, text);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** Makes an empty file with mode 0600 unless there is one. */
  public static void makeFile(Path file) {
    try {
      if (!Files.exists(file)) {
        Files.createFile(file, FILE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + file, e);
    }
  }

  private static boolean isOurs(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      List<String> names = entries.map(entry -> entry.getFileName().toString()).toList();
      return names.isEmpty() || names.contains(OURS);
    }
  }
}
