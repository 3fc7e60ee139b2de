package dev.natsfleet.logs.shipper.read;

import java.nio.file.Path;
import java.util.LinkedHashSet;

/** The paths that were added last; a thousand are kept. */
final class RecentPaths {

  private static final int MOST = 1_000;

  private final LinkedHashSet<Path> paths = new LinkedHashSet<>();

  /** Adds a path as the newest; returns whether it was not there. */
  boolean add(Path path) {
    boolean known = paths.remove(path);
    paths.add(path);
    if (paths.size() > MOST) {
      paths.removeFirst();
    }
    return !known;
  }

  boolean contains(Path path) {
    return paths.contains(path);
  }

  /** Removes a path; returns whether it was there. */
  boolean remove(Path path) {
    return paths.remove(path);
  }
}
