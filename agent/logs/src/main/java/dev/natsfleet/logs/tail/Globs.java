package dev.natsfleet.logs.tail;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The names to ship: plain paths, and patterns whose packed matches are never logs themselves. */
final class Globs {

  private static final String WILD = "*?[{";

  private final List<Glob> globs;

  Globs(List<String> patterns) {
    globs = patterns.stream().map(Globs::parse).toList();
  }

  /**
   * Every path that has one of the names now; may name one twice.
   *
   * @param known says of most names at once, and cheaply, that they match
   */
  void matches(Predicate<Path> known, Consumer<Path> found) throws IOException {
    for (Glob glob : globs) {
      glob.matches(path -> known.test(path) || glob.match(path), found);
    }
  }

  /** Whether a path is one of the names. */
  boolean match(Path path) {
    return globs.stream().anyMatch(glob -> glob.match(path));
  }

  /** Directories to watch, as they are now. */
  void directories(Set<Path> found) throws IOException {
    for (Glob glob : globs) {
      found.add(glob.root);
      if (glob.deep && Files.isDirectory(glob.root)) {
        try (Stream<Path> walk = Files.walk(glob.root)) {
          walk.filter(Files::isDirectory).forEach(found::add);
        }
      }
    }
  }

  private static Glob parse(String pattern) {
    Path path = Path.of(pattern).toAbsolutePath().normalize();
    Path root = path.getParent() == null ? path : path.getParent();
    while (isWild(root.toString()) && root.getParent() != null) {
      root = root.getParent();
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + path);
    boolean deep = !root.equals(path.getParent());
    return new Glob(path, root, matcher, isWild(path.toString()), deep);
  }

  private static boolean isWild(String text) {
    return text.chars().anyMatch(c -> WILD.indexOf(c) >= 0);
  }

  private record Glob(Path path, Path root, PathMatcher matcher, boolean wild, boolean deep) {

    boolean match(Path candidate) {
      return wild
          ? matcher.matches(candidate) && !Sources.isPacked(candidate)
          : path.equals(candidate);
    }

    void matches(Predicate<Path> matching, Consumer<Path> found) throws IOException {
      if (!wild) {
        found.accept(path);
      } else if (deep) {
        walk(matching, found);
      } else {
        list(matching, found);
      }
    }

    private void list(Predicate<Path> matching, Consumer<Path> found) throws IOException {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(root, matching::test)) {
        entries.forEach(found);
      } catch (NoSuchFileException e) {
        return; // nothing there yet
      }
    }

    private void walk(Predicate<Path> matching, Consumer<Path> found) throws IOException {
      try (Stream<Path> entries = Files.walk(root)) {
        entries.filter(matching).forEach(found);
      } catch (NoSuchFileException e) {
        return; // nothing there yet
      }
    }
  }
}
