package dev.natsfleet.logs.shipper.files;

import dev.natsfleet.failures.FirstFailure;
import dev.natsfleet.logs.program.files.FileFailure;
import dev.natsfleet.logs.shipper.identity.FileKey;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory of hard links to files that are not in the stream yet, so that a rotation which
 * deletes a file does not delete its bytes. Nothing is copied. The bytes that only the spool holds
 * are bounded; the oldest link goes first.
 *
 * <p>The directory may hold files of others, which are left alone: links have a prefix. It belongs
 * to one running shipper, because each deletes the links that it does not need.
 */
public final class Spool implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
  private static final String PREFIX = "natsfleet-";
  private static final String LOCK = ".natsfleet-spool";
  private static final Pattern LINK =
      Pattern.compile(PREFIX + "[0-9a-z]{1,13}-[0-9]{1,19}(\\.gz|\\.zst)?");

  private final Optional<Path> directory;
  private final long maxBytes;
  private final @Nullable FileChannel lock;

  /**
   * Opens a spool, and locks its directory.
   *
   * @param directory on the file system of the logs; without one nothing is linked
   * @param maxBytes of deleted files
   * @throws IOException also when another shipper has the directory
   */
  public Spool(Optional<Path> directory, long maxBytes) throws IOException {
    this.directory = directory;
    this.maxBytes = maxBytes;
    this.lock = directory.isPresent() ? lock(directory.get()) : null;
  }

  private static FileChannel lock(Path directory) throws IOException {
    try {
      Files.createDirectories(directory);
      FileChannel channel =
          FileChannel.open(
              directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        throw new IOException(
            "SHIPPER_SPOOL=%s belongs to another shipper that runs now: give each shipper a directory of its own"
                .formatted(directory));
      }
      return channel;
    } catch (FileSystemException e) {
      throw new IOException(
          "SHIPPER_SPOOL=%s cannot be used: %s; set it to a directory that this user may write"
              .formatted(directory, FileFailure.withName(e)),
          e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // another shipper of this process
    }
  }

  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.close();
    }
  }

  /** Whether there is a directory for links. */
  public boolean isEnabled() {
    return directory.isPresent();
  }

  /** The link of this name, if it exists. */
  public Optional<Path> find(String name) {
    return directory.map(spool -> spool.resolve(PREFIX + name)).filter(Files::exists);
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
    Path link = directory.get().resolve(PREFIX + name);
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

  /**
   * Deletes all links but the needed ones, and the oldest of these when they hold too much.
   *
   * @throws IOException the first failure, after all were tried
   */
  public void sweep(Set<Path> needed) throws IOException {
    if (directory.isEmpty()) {
      return;
    }
    FirstFailure failures = new FirstFailure();
    List<OnlyLink> onlyLinks = new ArrayList<>();
    for (Path link : links(directory.get(), failures)) {
      if (needed.contains(link)) {
        failures.attempt(() -> OnlyLink.find(link).ifPresent(onlyLinks::add));
      } else {
        failures.attempt(() -> Files.deleteIfExists(link));
      }
    }
    deleteExcess(onlyLinks, failures);
    failures.rethrow();
  }

  /** The links that are there; those that were listed before the listing failed. */
  private static List<Path> links(Path directory, FirstFailure failures) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, Spool::isLink)) {
      entries.forEach(found::add);
    } catch (NoSuchFileException e) {
      throw new IOException(
          "SHIPPER_SPOOL=%s is gone, so that deleted files are not kept; make the directory again and restart the shipper"
              .formatted(directory),
          e);
    } catch (DirectoryIteratorException e) {
      failures.note(Objects.requireNonNull(e.getCause()));
    }
    return found;
  }

  private static boolean isLink(Path entry) {
    return LINK.matcher(String.valueOf(entry.getFileName())).matches();
  }

  private void deleteExcess(List<OnlyLink> onlyLinks, FirstFailure failures) {
    onlyLinks.sort(Comparator.comparing(OnlyLink::modified));
    long bytes = onlyLinks.stream().mapToLong(OnlyLink::size).sum();
    for (OnlyLink link : onlyLinks) {
      if (bytes > maxBytes) {
        bytes -= link.size;
        failures.attempt(() -> deleteExcess(link.path));
      }
    }
  }

  private void deleteExcess(Path link) throws IOException {
    Files.delete(link);
    LOG.atWarn()
        .addKeyValue("link", link)
        .addKeyValue("maxBytes", maxBytes)
        .log("spool is full: deleted the oldest file; raise SHIPPER_SPOOL_BYTES");
  }

  /** A link whose file has no other name any more. */
  private record OnlyLink(Path path, FileTime modified, long size) {

    static Optional<OnlyLink> find(Path link) throws IOException {
      try {
        return Integer.valueOf(1).equals(Files.getAttribute(link, "unix:nlink"))
            ? Optional.of(new OnlyLink(link, Files.getLastModifiedTime(link), Files.size(link)))
            : Optional.empty();
      } catch (NoSuchFileException e) {
        return Optional.empty();
      }
    }
  }
}
