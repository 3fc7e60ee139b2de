package dev.natsfleet.logs.shipper.files;

import dev.natsfleet.logs.shipper.identity.FileKey;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory of hard links to files that are not in the stream yet, so that a rotation which
 * deletes a file does not delete its bytes. Nothing is copied. The bytes that only the spool holds
 * are bounded; the oldest link goes first.
 */
public final class Spool {

  private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

  private final Optional<Path> directory;
  private final long maxBytes;

  /**
   * Opens a spool.
   *
   * @param directory on the file system of the logs; without one nothing is linked
   * @param maxBytes of deleted files
   */
  public Spool(Optional<Path> directory, long maxBytes) throws IOException {
    this.directory = directory;
    this.maxBytes = maxBytes;
    if (directory.isPresent()) {
      Files.createDirectories(directory.get());
    }
  }

  /** Whether there is a directory for links. */
  public boolean isEnabled() {
    return directory.isPresent();
  }

  /** The link of this name, if it exists. */
  public Optional<Path> find(String name) {
    return directory.map(spool -> spool.resolve(name)).filter(Files::exists);
  }

  /**
   * Links a file.
   *
   * @return the link; empty when the file was renamed meanwhile, so that another one was linked
   */
  public Optional<Path> link(String name, Path file, FileKey key) throws IOException {
    if (directory.isEmpty()) {
      return Optional.empty();
    }
    Path link = directory.get().resolve(name);
    if (!FileProbe.isAt(link, key)) {
      Files.deleteIfExists(link);
      Files.createLink(link, file.toRealPath()); // not a link to a link
    }
    if (FileProbe.isAt(link, key)) {
      return Optional.of(link);
    }
    Files.deleteIfExists(link);
    return Optional.empty();
  }

  /** Deletes all links but the needed ones, and the oldest of these when they hold too much. */
  public void sweep(Set<Path> needed) throws IOException {
    if (directory.isEmpty()) {
      return;
    }
    List<Path> onlyLinks = new ArrayList<>();
    try (DirectoryStream<Path> links = Files.newDirectoryStream(directory.get())) {
      for (Path link : links) {
        if (!needed.contains(link)) {
          Files.delete(link);
        } else if (Integer.valueOf(1).equals(Files.getAttribute(link, "unix:nlink"))) {
          onlyLinks.add(link);
        }
      }
    }
    deleteExcess(onlyLinks);
  }

  private void deleteExcess(List<Path> onlyLinks) throws IOException {
    onlyLinks.sort(Comparator.comparing(link -> link.toFile().lastModified()));
    long bytes = onlyLinks.stream().mapToLong(link -> link.toFile().length()).sum();
    for (Path link : onlyLinks) {
      if (bytes > maxBytes) {
        bytes -= Files.size(link);
        Files.delete(link);
        LOG.atWarn()
            .addKeyValue("link", link)
            .addKeyValue("maxBytes", maxBytes)
            .log("spool is full: deleted the oldest file; raise SHIPPER_SPOOL_BYTES");
      }
    }
  }
}
