package dev.natsfleet.logs.shipper.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The links on the way to a file: whoever changes one of them changes where the path leads. */
public final class PathLinks {

  private static final int MAX_LINKS = 40; // as the kernel

  private PathLinks() {}

  /** Each link that is followed from an absolute path, in the real directory where it is. */
  public static Set<Path> of(Path path) throws IOException {
    Set<Path> links = new HashSet<>();
    follow(path, links);
    return links;
  }

  private static Path follow(Path path, Set<Path> links) throws IOException {
    Path at = path.getRoot();
    for (Path name : path) {
      Path next = at.resolve(name).normalize(); // what stands before it is real
      boolean isNewLink = links.size() < MAX_LINKS && Files.isSymbolicLink(next) && links.add(next);
      at = isNewLink ? follow(at.resolve(Files.readSymbolicLink(next)), links) : next;
    }
    return at;
  }
}
