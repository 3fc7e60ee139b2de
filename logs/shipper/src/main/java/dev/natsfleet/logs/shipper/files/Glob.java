package dev.natsfleet.logs.shipper.files;

import dev.natsfleet.logs.shipper.identity.PackedFormat;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A path or a glob pattern. It is expanded from name to name as a shell does it: a name without
 * wildcards and one that a wildcard matches may be a link to a directory, but {@code **} follows no
 * links, so that it ends.
 *
 * @param path the pattern, absolute
 * @param matcher of whole paths
 * @param names a matcher for each of its names
 * @param fixed how many of its names stand before the first one with a wildcard
 */
record Glob(Path path, PathMatcher matcher, List<PathMatcher> names, int fixed) {

  private static final String WILD = "*?[{\\";
  private static final String ANY_DEPTH = "**";

  /**
   * What an expansion finds.
   *
   * @param entries lists directories
   * @param directory gets each directory in which a change may bring another path
   * @param candidate gets paths that may match; without it, no directory is listed for them alone
   */
  record Expansion(
      DirectoryEntries entries, Consumer<Path> directory, Optional<Consumer<Path>> candidate) {}

  static Glob parse(String pattern) {
    Path path = Path.of(pattern).toAbsolutePath().normalize();
    int fixed = 0;
    while (fixed < path.getNameCount() && !isWild(path.getName(fixed))) {
      fixed++;
    }
    return new Glob(path, matcher(path), names(path), fixed);
  }

  boolean isMatch(Path candidate) {
    return isName()
        ? path.equals(candidate)
        : matcher.matches(candidate) && !PackedFormat.isPacked(candidate);
  }

  /** Whether a directory of this name may have a path that matches, or one that leads there. */
  boolean mayLeadThrough(Path directory) {
    return mayLeadThrough(directory, true);
  }

  /** The same without what {@code **} stands for, which is any directory and any file. */
  boolean mayLeadByName(Path directory) {
    return mayLeadThrough(directory, false);
  }

  private boolean mayLeadThrough(Path directory, boolean anyDepth) {
    int names = directory.getNameCount();
    for (int i = 0; i < names; i++) {
      if (isAnyDepth(path.getName(i))) {
        return anyDepth;
      }
      if (i == path.getNameCount() - 1 || !this.names.get(i).matches(directory.getName(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether it has no wildcard. */
  boolean isName() {
    return fixed == path.getNameCount();
  }

  /** Finds directories and candidates; looks into as few directories as possible. */
  void expand(Expansion expansion) {
    int last = path.getNameCount() - 1;
    int names = Math.min(fixed, last);
    Path root = path.getRoot();
    expand(names == 0 ? root : root.resolve(path.subpath(0, names)), names, expansion);
  }

  private void expand(Path directory, int at, Expansion expansion) {
    Path name = path.getName(at);
    expansion.directory.accept(directory);
    if (isAnyDepth(name)) {
      walk(directory, expansion);
    } else if (at == path.getNameCount() - 1) {
      expansion.candidate.ifPresent(found -> listLast(directory, name, expansion.entries, found));
    } else if (isWild(name)) {
      PathMatcher matches = names.get(at);
      expansion.entries.list(
          directory,
          entry -> {
            if (matches.matches(entry.getFileName()) && expansion.entries.isDirectory(entry)) {
              expand(entry, at + 1, expansion);
            }
          });
    } else if (expansion.entries.isDirectory(directory.resolve(name))) {
      expand(directory.resolve(name), at + 1, expansion);
    }
  }

  private static void listLast(
      Path directory, Path name, DirectoryEntries entries, Consumer<Path> candidate) {
    if (isWild(name)) {
      entries.list(directory, candidate);
    } else {
      candidate.accept(directory.resolve(name));
    }
  }

  private static void walk(Path directory, Expansion expansion) {
    Consumer<Path> candidate = expansion.candidate.orElse(path -> {});
    expansion.entries.list(
        directory,
        entry -> {
          candidate.accept(entry);
          if (expansion.entries.isOwnDirectory(entry)) {
            expansion.directory.accept(entry);
            walk(entry, expansion);
          }
        });
  }

  private static List<PathMatcher> names(Path pattern) {
    List<PathMatcher> names = new ArrayList<>();
    for (Path name : pattern) {
      names.add(isWild(name) ? matcher(name) : name::equals);
    }
    return List.copyOf(names);
  }

  private static boolean isAnyDepth(Path name) {
    return name.toString().contains(ANY_DEPTH);
  }

  private static PathMatcher matcher(Path pattern) {
    return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
  }

  private static boolean isWild(Path name) {
    return name.toString().chars().anyMatch(c -> WILD.indexOf(c) >= 0);
  }
}
