package dev.natsfleet.logs.shipper.files;

import dev.natsfleet.logs.shipper.identity.PackedFormat;
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
import java.util.stream.Stream;

/** The paths and glob patterns of the logs to ship. A packed file that matches a glob is no log. */
public final class Globs {

  private static final String WILD = "*?[{";

  private final List<Glob> globs;

  /** Parses paths and patterns; relative ones start at the working directory. */
  public Globs(List<String> patterns) {
    globs = patterns.stream().map(Globs::parse).toList();
  }

  /**
   * Lists the paths that may match now: those with wildcards may list others of their directories,
   * which the caller has to ask {@link #isMatch} about. A path may be listed twice.
   */
  public void list(Consumer<Path> candidate) throws IOException {
    for (Glob glob : globs) {
      glob.list(candidate);
    }
  }

  /** Whether a path is one of a log. */
  public boolean isMatch(Path path) {
    return globs.stream().anyMatch(glob -> glob.isMatch(path));
  }

  /** Adds the directories that have to be watched now. */
  public void directories(Set<Path> found) throws IOException {
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

    boolean isMatch(Path candidate) {
      return wild
          ? matcher.matches(candidate) && !PackedFormat.isPacked(candidate)
          : path.equals(candidate);
    }

    void list(Consumer<Path> candidate) throws IOException {
      if (!wild) {
        candidate.accept(path);
      } else if (deep) {
        walk(candidate);
      } else {
        listRoot(candidate);
      }
    }

    private void listRoot(Consumer<Path> candidate) throws IOException {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
        entries.forEach(candidate);
      } catch (NoSuchFileException e) {
        return; // the directory does not exist yet
      }
    }

    private void walk(Consumer<Path> candidate) throws IOException {
      try (Stream<Path> entries = Files.walk(root)) {
        entries.forEach(candidate);
      } catch (NoSuchFileException e) {
        return; // the directory does not exist yet
      }
    }
  }
}
