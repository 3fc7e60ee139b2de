package dev.natsfleet.logs.tail;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hard links to files that are not in the stream yet, so that a rotation which deletes a file does
 * not delete its bytes. A link is named {@code <log>-<generation>}. Copies nothing; what only the
 * spool holds is bounded, the oldest goes first.
 */
public final class Spool {

  private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

  private final Optional<Path> directory;
  private final long maxBytes;

  /** A spool that keeps nothing when there is no directory. */
  public Spool(Optional<Path> directory, long maxBytes) throws IOException {
    this.directory = directory;
    this.maxBytes = maxBytes;
    if (directory.isPresent()) {
      Files.createDirectories(directory.get());
    }
  }

  /**
   * Keeps a generation's file that was renamed, unless it is kept already or all of it is in the
   * stream. What fails is tried again later. A log under its own name has no link, because
   * logrotate leaves out, in silence, what has two.
   */
  void keep(Generation generation) {
    boolean own = generation.log().isAt(generation.path());
    if (directory.isPresent() && generation.spooled() == null && !own && !generation.isStored()) {
      try {
        keep(generation, link(generation, directory.get()));
      } catch (IOException e) {
        LOG.atWarn().addKeyValue("path", generation.path()).setCause(e).log("cannot be spooled");
      }
    }
  }

  /** Keeps another file of a generation in place of the one that was kept. */
  void keepInstead(Generation generation) {
    generation.spooled(null);
    keep(generation);
  }

  /** It may be renamed meanwhile, so that the link is another file's. */
  private static void keep(Generation generation, Path link) throws IOException {
    if (!Finder.isAt(link, generation)) {
      Files.deleteIfExists(link);
      Files.createLink(link, generation.path());
    }
    if (Finder.isAt(link, generation)) {
      generation.spooled(link);
    } else {
      Files.deleteIfExists(link);
    }
  }

  /** Takes up the link of a generation that a checkpoint remembers. */
  void recall(Generation generation) {
    directory
        .map(spool -> link(generation, spool))
        .filter(Files::exists)
        .ifPresent(generation::spooled);
  }

  /**
   * Lets go of everything but these generations, and of the oldest of them when they are too much.
   */
  void sweep(Supplier<List<Generation>> unstored) throws IOException {
    if (directory.isEmpty()) {
      return;
    }
    Set<Path> needed = new HashSet<>();
    for (Generation generation : unstored.get()) {
      keep(generation); // which had another name while it was tried
      Path link = generation.spooled();
      if (link != null) {
        needed.add(link);
      }
    }
    List<Path> alone = new ArrayList<>();
    try (DirectoryStream<Path> links = Files.newDirectoryStream(directory.get())) {
      for (Path link : links) {
        sort(link, needed, alone);
      }
    }
    bound(alone);
  }

  private static void sort(Path link, Set<Path> needed, List<Path> alone) throws IOException {
    if (!needed.contains(link)) {
      Files.delete(link);
    } else if (Integer.valueOf(1).equals(Files.getAttribute(link, "unix:nlink"))) {
      alone.add(link);
    }
  }

  private void bound(List<Path> alone) throws IOException {
    alone.sort(Comparator.comparing(link -> link.toFile().lastModified()));
    long bytes = alone.stream().mapToLong(link -> link.toFile().length()).sum();
    for (Path link : alone) {
      if (bytes > maxBytes) {
        bytes -= Files.size(link);
        Files.delete(link);
        LOG.atWarn().addKeyValue("link", link).log("the spool is full: letting go of a file");
      }
    }
  }

  private static Path link(Generation generation, Path spool) {
    String id = Long.toUnsignedString(generation.log().id(), Character.MAX_RADIX);
    String name = generation.path().toString();
    String end = generation.isPacked() ? name.substring(name.lastIndexOf('.')) : "";
    return spool.resolve(id + "-" + generation.number() + end);
  }
}
