package dev.natsfleet.logs.shipper.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Where files really are: a path may lead there through links, in its own name or in those of its
 * directories. A rotation happens at the real place.
 */
public final class RealPaths {

  private final Map<Path, Path> directories = new HashMap<>();

  /**
   * The real path of a file, through any chain of links; the path itself when nothing is there.
   * Directories that were looked at once are not looked at again before {@link #forget}.
   */
  public Path of(Path path) throws IOException {
    try {
      if (Files.isSymbolicLink(path)) {
        return path.toRealPath();
      }
      Path parent = path.getParent();
      return parent == null ? path : directory(parent).resolve(path.getFileName());
    } catch (NoSuchFileException e) {
      return path;
    }
  }

  /** Looks at directories again, because their links may have changed. */
  public void forget() {
    directories.clear();
  }

  private Path directory(Path directory) throws IOException {
    Path real = directories.get(directory);
    if (real == null) {
      real = directory.toRealPath();
      directories.put(directory, real);
    }
    return real;
  }
}
