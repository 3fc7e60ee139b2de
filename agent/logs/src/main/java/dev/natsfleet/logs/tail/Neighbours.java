package dev.natsfleet.logs.tail;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The names that stand beside logs, as they were a moment ago. Many files that vanish at once from
 * a large directory are looked for in one listing of it; who finds nothing asks again later.
 */
final class Neighbours {

  private static final long SHARE = 20;

  private final Map<Path, Listing> listings = new HashMap<>();

  /** Files that may have been made of a log, oldest first. */
  List<Sibling> of(Path log) throws IOException {
    NavigableSet<String> names = names(Objects.requireNonNull(log.toAbsolutePath().getParent()));
    String stem = Sibling.stem(log);
    return Sibling.among(log, names.subSet(stem, true, stem + Character.MAX_VALUE, true));
  }

  private NavigableSet<String> names(Path directory) throws IOException {
    long now = System.nanoTime();
    Listing listing = listings.get(directory);
    if (listing == null || now - listing.at > listing.cost * SHARE) {
      NavigableSet<String> names = list(directory);
      long end = System.nanoTime();
      listing = new Listing(names, end, end - now);
      listings.clear(); // one is enough for a burst, and none is kept for long
      listings.put(directory, listing);
    }
    return listing.names;
  }

  private static NavigableSet<String> list(Path directory) throws IOException {
    NavigableSet<String> names = new TreeSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
    } catch (NoSuchFileException e) {
      names.clear(); // the directory itself is gone
    }
    return names;
  }

  private record Listing(NavigableSet<String> names, long at, long cost) {}
}
