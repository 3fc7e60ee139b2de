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

  private static final int MAX_LINKS = 40; // as the kernel

  private final Map<Path, Path> directories = new HashMap<>();

  /**
   * The real path of a file, through any chain of links, also when the last of them leads to a file
   * that is not there yet; the path itself when its directory is not. Directories that were looked
   * at once are not looked at again before {@link #forget}.
   */
  public Path of(Path path) throws IOException {
    Path end = path;
    for (int i = 0; i < MAX_LINKS && Files.isSymbolicLink(end); i++) {
      end = end.resolveSibling(Files.readSymbolicLink(end));
    }
    try {
      Path parent = end.getParent();
      return parent == null ? path : directory(parent).resolve(end.getFileName());
    } catch (NoSuchFileException e) {
      return path;
    }
  }

  /** Looks at directories again, because their links may have changed. */
  public void forget() {
    directories.clear();
  }

  /** The real path of a directory; throws NoSuchFileException when it is not there. */
  public Path directory(Path directory) throws IOException {
    Path real = directories.get(directory);
    if (real == null) {
      real = directory.toRealPath();
      directories.put(directory, real);
    }
    return real;
  }
}
