package dev.natsfleet.logs.receiver.store;

import dev.natsfleet.logs.receiver.output.DurableDirectories;
import dev.natsfleet.logs.receiver.output.InodeLookup;
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

/** Restores files to the lengths that the journal has committed. */
final class JournalRecovery {

  private static final Logger LOG = LoggerFactory.getLogger(JournalRecovery.class);

  private final JournalState state;
  private final boolean copying;

  /**
   * Recovery of the files in a journal.
   *
   * @param copying whether files are copied instead of cut, because an earlier owner may have them
   *     open: what it still writes goes to files that have no name any more
   */
  JournalRecovery(JournalState state, boolean copying) {
    this.state = state;
    this.copying = copying;
  }

  void run(Path directory) throws IOException {
    Set<Path> needed = new HashSet<>();
    for (OutputFileState host : state.hosts()) {
      recover(host);
      for (LogState log : host.logs()) {
        recover(log, needed);
      }
    }
    deleteOthers(directory, needed);
  }

  private void recover(OutputFileState host) throws IOException {
    Path file = host.file();
    if (file == null) {
      return;
    }
    if (isReplaced(host, file) || !restore(file, host.length())) {
      host.begin(null, Long.MIN_VALUE);
    } else {
      host.inode(InodeLookup.number(file));
    }
  }

  /** A file of another owner may be a copy that was made to take it over. */
  private boolean isReplaced(OutputFileState host, Path file) throws IOException {
    long found = InodeLookup.number(file);
    if (copying || host.inode() == 0 || found == 0 || found == host.inode()) {
      return false;
    }
    LOG.atError()
        .addKeyValue("file", file)
        .log(
            "an output file was replaced by another, which is left as it is; going on in a new one");
    return true;
  }

  private void recover(LogState log, Set<Path> needed) throws IOException {
    PartialLineFile partialLine = log.partialLine();
    if (partialLine == null) {
      return;
    }
    if (restore(partialLine.file(), partialLine.length())) {
      needed.add(partialLine.file());
    } else {
      log.partialLine(null);
    }
  }

  /** Cuts a file to its committed length; gives false when it is shorter than that. */
  private boolean restore(Path file, long length) throws IOException {
    Path copy = file.resolveSibling(".new-" + file.getFileName());
    Files.deleteIfExists(copy); // left by an owner that was killed while it copied
    long size = Files.exists(file) ? Files.size(file) : 0;
    if (size < length) {
      LOG.atError()
          .addKeyValue("file", file)
          .addKeyValue("committed", length)
          .addKeyValue("found", size)
          .log("an output file is shorter than what was committed; going on in another file");
      return false;
    }
    if (copying && Files.exists(file)) {
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
    DurableDirectories.sync(file);
  }

  private static void deleteOthers(Path directory, Set<Path> needed) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(PartialLineFiles::isPartialLineFile).toList()) {
        if (!needed.contains(file)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
