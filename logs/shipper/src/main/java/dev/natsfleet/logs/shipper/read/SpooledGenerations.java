package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.logs.shipper.files.Spool;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the files of those generations in the spool that are not in the stream yet. A link is named
 * {@code natsfleet-<log>-<generation>}. A file under its log's name has no link, because logrotate
 * skips files with two links without a word.
 */
final class SpooledGenerations {

  private static final Logger LOG = LoggerFactory.getLogger(SpooledGenerations.class);
  private static final FailureLog.Messages MESSAGES =
      new FailureLog.Messages(
          "linking a rotated file into the spool failed; each scan tries again",
          "a rotated file that could not be linked into the spool is linked now");

  private final FailureLog failures = new FailureLog(LOG, "file", MESSAGES);
  private final Spool spool;

  SpooledGenerations(Spool spool) {
    this.spool = spool;
  }

  /** Links the file of a generation if it has to be kept and is not; a failure is tried again. */
  void keep(Generation generation) {
    boolean needed = !generation.hasLogName() && !generation.isStored();
    if (spool.isEnabled() && needed && generation.spoolLink() == null) {
      try {
        spool
            .link(linkName(generation), generation.path(), generation.identity().key())
            .ifPresent(generation::setSpoolLink);
        failures.succeeded(subject(generation));
      } catch (IOException e) {
        failures.failed(subject(generation), reason(e));
      }
    }
  }

  /** Links the present file of a generation in place of the one that was kept. */
  void replace(Generation generation) {
    generation.setSpoolLink(null);
    keep(generation);
  }

  /** Finds the link of a generation from a checkpoint. */
  void restore(Generation generation) {
    spool.find(linkName(generation)).ifPresent(generation::setSpoolLink);
  }

  /** Keeps these generations and lets go of all other files. */
  void sweep(Supplier<List<Generation>> unstored) throws IOException {
    if (!spool.isEnabled()) {
      return;
    }
    Set<Path> needed = new HashSet<>();
    List<Generation> generations = unstored.get();
    failures.retain(generations.stream().map(SpooledGenerations::subject).toList());
    for (Generation generation : generations) {
      keep(generation); // it may have been renamed while it was tried before
      Path link = generation.spoolLink();
      if (link != null) {
        needed.add(link);
      }
    }
    spool.sweep(needed);
  }

  /** The same after every rename of the file. */
  private static String subject(Generation generation) {
    return generation.log().path() + ", generation " + generation.number();
  }

  /** Without the names of both files, which differ from one rotation to the next. */
  private static String reason(IOException e) {
    if (e instanceof FileSystemException failed) {
      String reason = failed.getReason();
      return reason == null ? e.getClass().getSimpleName() : reason;
    }
    return e.toString();
  }

  private static String linkName(Generation generation) {
    String id = Long.toUnsignedString(generation.log().id(), Character.MAX_RADIX);
    String path = generation.path().toString();
    String end = generation.isPacked() ? path.substring(path.lastIndexOf('.')) : "";
    return id + "-" + generation.number() + end;
  }
}
