package dev.natsfleet.logs.shipper.files;

import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.logs.program.files.FileFailure;
import dev.natsfleet.logs.shipper.identity.FileKey;
import dev.natsfleet.logs.shipper.identity.RotatedFile;
import dev.natsfleet.logs.shipper.identity.RotatedName;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;

/**
 * Lists the rotated files of logs. Many logs that vanish at once from a large directory share one
 * listing of its names, which is used for a moment only.
 */
public final class DirectoryListing {

  private static final FailureLog.Messages MESSAGES =
      new FailureLog.Messages(
          "directory cannot be listed; logs in it are shipped, and of their rotated files what is"
              + " still open; give this user the right to read the directory",
          "directory can be listed again");
  private static final char NO_TEXT = '\uFFFD';
  private static final int MAX_LISTINGS = 20;
  private static final long COST_FACTOR = 20;
  private static final long MAX_AGE = 200_000_000L; // however long a listing took

  private final Map<Path, Names> cache = new HashMap<>();
  private final FailureLog failures =
      new FailureLog(LoggerFactory.getLogger(DirectoryListing.class), "directory", MESSAGES);
  private final LongSupplier monotonic;
  private final NameLister lister;

  /** Lists the wanted names in a directory. */
  @FunctionalInterface
  interface NameLister {
    List<String> list(Path directory, Predicate<String> wanted) throws IOException;
  }

  /** With the clock that times listings, in nanoseconds. */
  public DirectoryListing(LongSupplier monotonic) {
    this(monotonic, DirectoryListing::readNames);
  }

  DirectoryListing(LongSupplier monotonic, NameLister lister) {
    this.monotonic = monotonic;
    this.lister = lister;
  }

  /** The rotated files of a log among names that were listed a moment ago, oldest first. */
  public List<RotatedFile> recent(Path log) throws IOException {
    String[] names = names(Objects.requireNonNull(log.toAbsolutePath().getParent()));
    String stem = RotatedName.stem(log.getFileName().toString());
    int from = insertionPoint(names, stem);
    int to = insertionPoint(names, stem + Character.MAX_VALUE);
    return select(log, Arrays.asList(names).subList(from, to));
  }

  /**
   * The rotated files of a log now, oldest first. A rotation that is under way renames them one by
   * one, so they are listed until two listings are the same.
   */
  public List<RotatedFile> current(Path log) throws IOException {
    List<RotatedFile> before = list(log);
    List<RotatedFile> now = list(log);
    for (int i = 0; i < MAX_LISTINGS && !isSame(now, before); i++) {
      before = now;
      now = list(log);
    }
    return now;
  }

  /** Whether two listings show the same files under the same names. */
  public static boolean isSame(List<RotatedFile> one, List<RotatedFile> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!one.get(i).isSameEntry(other.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Drops listings that are too old to be used. */
  public void expire(long now) {
    cache.values().removeIf(names -> names.isExpired(now));
  }

  private List<RotatedFile> list(Path log) throws IOException {
    String logName = log.getFileName().toString();
    Path directory = Objects.requireNonNull(log.toAbsolutePath().getParent());
    return select(log, listNames(directory, name -> RotatedName.isCandidate(logName, name)));
  }

  /** A file that stands beside its packed twin is read in place of the twin. */
  private static List<RotatedFile> select(Path log, Collection<String> names) throws IOException {
    String logName = log.getFileName().toString();
    List<RotatedFile> files = new ArrayList<>();
    for (String name : names) {
      if (RotatedName.isCandidate(logName, name) && isText(name)) {
        add(logName, log.toAbsolutePath().resolveSibling(name), files);
      }
    }
    files.sort(RotatedFile.OLDEST_FIRST);
    List<RotatedFile> selected = new ArrayList<>();
    String before = "";
    for (RotatedFile file : files) {
      if (!file.plainName().equals(before)) {
        selected.add(file);
      }
      before = file.plainName();
    }
    return selected;
  }

  /** A name whose bytes are no text leads to no file; one that was open is read to its end. */
  private static boolean isText(String name) {
    return name.indexOf(NO_TEXT) < 0;
  }

  private static void add(String log, Path path, List<RotatedFile> files) throws IOException {
    BasicFileAttributes attributes = FileProbe.attributes(path);
    if (attributes != null && attributes.isRegularFile()) { // else it was rotated further
      long modified = FileProbe.modified(attributes);
      files.add(RotatedFile.of(log, path, FileKey.of(attributes), attributes.size(), modified));
    }
  }

  private static int insertionPoint(String[] names, String name) {
    int found = Arrays.binarySearch(names, name);
    return found < 0 ? -found - 1 : found;
  }

  private String[] names(Path directory) throws IOException {
    long began = monotonic.getAsLong();
    Names names = cache.get(directory);
    if (names == null || names.isExpired(began)) {
      String[] listed = listNames(directory, name -> true).stream().sorted().toArray(String[]::new);
      long ended = monotonic.getAsLong();
      names = new Names(listed, ended, ended - began);
      cache.clear(); // one directory is enough for a burst, and none is kept for long
      cache.put(directory, names);
    }
    return names.names;
  }

  private List<String> listNames(Path directory, Predicate<String> wanted) throws IOException {
    try {
      List<String> names = lister.list(directory, wanted);
      if (failures.isFailing(directory)) {
        failures.succeeded(directory);
      }
      return names;
    } catch (NoSuchFileException e) {
      return List.of(); // the directory itself was deleted
    } catch (AccessDeniedException e) {
      failures.failed(directory, FileFailure.of(e)); // its files can be opened by their names
      return List.of();
    }
  }

  private static List<String> readNames(Path directory, Predicate<String> wanted)
      throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(directory, entry -> wanted.test(entry.getFileName().toString()))) {
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
    } catch (DirectoryIteratorException e) {
      throw new IOException("listing " + directory + " failed", e.getCause());
    }
    return names;
  }

  @SuppressWarnings("ArrayRecordComponent") // a value of this class only, never compared
  private record Names(String[] names, long at, long cost) {
    boolean isExpired(long now) {
      return now - at > Math.min(cost * COST_FACTOR, MAX_AGE);
    }
  }
}
