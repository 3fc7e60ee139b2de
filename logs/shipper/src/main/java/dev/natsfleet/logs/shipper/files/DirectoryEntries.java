package dev.natsfleet.logs.shipper.files;

import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.logs.program.files.FileFailure;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * The entries of directories. One that cannot be listed is told once, with the reason; one that is
 * gone has no entries.
 */
final class DirectoryEntries {

  private static final FailureLog.Messages MESSAGES =
      new FailureLog.Messages(
          "directory cannot be listed; nothing in it is shipped; each scan tries again",
          "directory can be listed again");

  private final FailureLog failures =
      new FailureLog(LoggerFactory.getLogger(DirectoryEntries.class), "directory", MESSAGES);
  private final Set<Path> unlisted = new HashSet<>();

  /** Hands on the entries of a directory; those that were read before a failure count. */
  void list(Path directory, Consumer<Path> entry) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      entries.forEach(entry);
      if (failures.isFailing(directory)) {
        failures.succeeded(directory);
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return; // it does not exist yet, or any more
    } catch (DirectoryIteratorException e) {
      failed(directory, Objects.requireNonNullElse(e.getCause(), new IOException(e)));
    } catch (IOException e) {
      failed(directory, e);
    }
  }

  /** Whether a path leads to a directory, through links or not; links may lead in a circle. */
  boolean isDirectory(Path path) {
    try {
      BasicFileAttributes attributes = FileProbe.attributes(path);
      return attributes != null && attributes.isDirectory();
    } catch (IOException e) {
      failed(path, e);
      return false;
    }
  }

  /** Whether a path is one of a directory, and not of a link to one. */
  boolean isOwnDirectory(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Forgets failures of directories that were not found again since the last call. */
  void forgetUnlisted() {
    failures.retain(unlisted);
    unlisted.clear();
  }

  private void failed(Path directory, IOException why) {
    unlisted.add(directory);
    failures.failed(directory, FileFailure.of(why));
  }
}
