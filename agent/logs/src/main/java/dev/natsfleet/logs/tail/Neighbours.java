package dev.natsfleet.logs.tail;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The names that stand beside logs, as they were a moment ago. Many files that vanish at once from
 * a large directory are looked for in one listing of it; who finds nothing asks again later.
 */
final class Neighbours {

  private static final long SHARE = 20;
  private static final long OLDEST = 200_000_000L; // however long a listing was held up

  private final Map<Path, Listing> listings = new HashMap<>();
  private final Owners owners;

  Neighbours(Owners owners) {
    this.owners = owners;
  }

  /** Files that may have been made of a log, oldest first. */
  List<Sibling> of(Log log) throws IOException {
    Path path = log.path();
    String[] names = names(Objects.requireNonNull(path.toAbsolutePath().getParent()));
    String stem = Sibling.stem(path);
    int from = place(names, stem);
    int to = place(names, stem + Character.MAX_VALUE);
    return without(log, Sibling.among(path, Arrays.asList(names).subList(from, to)));
  }

  /** The same, as they are now. */
  List<Sibling> now(Log log) throws IOException {
    return without(log, Sibling.of(log.path()));
  }

  /** Without files that are other logs by name. */
  private List<Sibling> without(Log log, List<Sibling> siblings) {
    siblings.removeIf(one -> isAnother(log, one));
    return siblings;
  }

  private boolean isAnother(Log log, Sibling sibling) {
    Generation owner = owners.find(sibling.key());
    return owner != null && owner.log() != log && owner.log().isAt(sibling.path());
  }

  /** Lets go of what is too old to be asked. */
  void forget(long now) {
    listings.values().removeIf(listing -> listing.isOld(now));
  }

  private static int place(String[] names, String name) {
    int found = Arrays.binarySearch(names, name);
    return found < 0 ? -found - 1 : found;
  }

  private String[] names(Path directory) throws IOException {
    long now = System.nanoTime();
    Listing listing = listings.get(directory);
    if (listing == null || listing.isOld(now)) {
      String[] names = list(directory);
      long end = System.nanoTime();
      listing = new Listing(names, end, end - now);
      listings.clear(); // one is enough for a burst, and none is kept for long
      listings.put(directory, listing);
    }
    return listing.names;
  }

  private static String[] list(Path directory) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
    } catch (NoSuchFileException e) {
      names.clear(); // the directory itself is gone
    }
    names.sort(null);
    return names.toArray(String[]::new);
  }

  @SuppressWarnings("ArrayRecordComponent") // a value of this class only, never compared
  private record Listing(String[] names, long at, long cost) {
    boolean isOld(long now) {
      return now - at > Math.min(cost * SHARE, OLDEST);
    }
  }
}
