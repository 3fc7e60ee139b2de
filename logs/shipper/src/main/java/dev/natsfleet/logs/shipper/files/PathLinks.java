package dev.natsfleet.logs.shipper.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The links on the way to a file: whoever changes one of them changes where the path leads. */
public final class PathLinks {

  private static final int MAX_LINKS = 40; // as the kernel

  private final Set<Path> links = new HashSet<>();
  private int followed;

  private PathLinks() {}

  /** Each link that is followed from an absolute path, in the real directory where it is. */
  public static Set<Path> of(Path path) throws IOException {
    PathLinks found = new PathLinks();
    found.follow(path);
    return found.links;
  }

  /** A link may be met twice on one way, and leads on each time; a circle ends as in the kernel. */
  private Path follow(Path path) throws IOException {
    Path at = path.getRoot();
    for (Path name : path) {
      Path next = at.resolve(name).normalize(); // what stands before it is real
      if (followed < MAX_LINKS && Files.isSymbolicLink(next)) {
        followed++;
        links.add(next);
        at = follow(at.resolve(Files.readSymbolicLink(next)));
      } else {
        at = next;
      }
    }
    return at;
  }
}
