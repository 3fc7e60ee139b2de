package dev.natsfleet.logs.store;

import dev.natsfleet.logs.output.Directories;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings files to what the journal says of them. */
final class Recovery {

  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final Books books;
  private final boolean anew;

  /**
   * Recovery of these books.
   *
   * @param anew whether files are copied instead of cut, because an owner of the past may have them
   *     open: what it still writes goes to files without a name
   */
  Recovery(Books books, boolean anew) {
    this.books = books;
    this.anew = anew;
  }

  void run(Path directory) throws IOException {
    Set<Path> needed = new HashSet<>();
    for (HostBook host : books.hosts()) {
      recover(host);
      for (LogBook log : host.logs()) {
        recover(log, needed);
      }
    }
    deleteOthers(directory, needed);
  }

  private void recover(HostBook host) throws IOException {
    Path file = host.file();
    if (file != null && !bring(file, host.length())) {
      host.begin(null, Long.MIN_VALUE);
    }
  }

  private void recover(LogBook log, Set<Path> needed) throws IOException {
    Aside aside = log.aside();
    if (aside == null) {
      return;
    }
    if (bring(aside.file(), aside.length())) {
      needed.add(aside.file());
    } else {
      log.aside(null);
    }
  }

  /** Whether the file has what it should have. */
  private boolean bring(Path file, long length) throws IOException {
    Path copy = file.resolveSibling(".new-" + file.getFileName());
    Files.deleteIfExists(copy); // of an owner that was ended while it made one
    long size = Files.exists(file) ? Files.size(file) : 0;
    if (size < length) {
      LOG.atError()
          .addKeyValue("file", file)
          .addKeyValue("committed", length)
          .addKeyValue("found", size)
          .log("somebody has shortened an output file; going on in another");
      return false;
    }
    if (anew && Files.exists(file)) {
      replace(file, copy, length);
    } else if (size > length) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(length);
        channel.force(false);
      }
    }
    return true;
  }

  private static void replace(Path file, Path fresh, long length) throws IOException {
    try (OpenFiles files = new OpenFiles(1, () -> {})) {
      files.copy(file, 0, length, fresh, 0);
      files.sync();
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    Directories.sync(file);
  }

  private static void deleteOthers(Path directory, Set<Path> needed) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(Asides::has).toList()) {
        if (!needed.contains(file)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
