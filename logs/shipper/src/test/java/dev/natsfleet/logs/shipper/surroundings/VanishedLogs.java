package dev.natsfleet.logs.shipper.surroundings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Logs of which a shipper knows nothing but that they were written: the kernel has told of it, and
 * they were gone at the next look. Each is to be told, if nothing else appeared beside it that may
 * be the same file under another name, and none is to be told that was not.
 */
final class VanishedLogs {

  private static final int MOST_LOOKS = 3;

  private final Path root;
  private final Predicate<String> known;
  private final Function<String, Object> newest;
  private Map<String, Integer> suspects = new HashMap<>();
  private Set<Path> filled = Set.of();
  private int least;
  private int most;

  /**
   * No log yet.
   *
   * @param known whether the shipper knows a log
   * @param newest the inode that the shipper knows under the name of a log
   */
  VanishedLogs(Path root, Predicate<String> known, Function<String, Object> newest) {
    this.root = root;
    this.known = known;
    this.newest = newest;
  }

  /**
   * The shipper is about to look.
   *
   * @param events paths of which the kernel is about to tell, and whether they were written
   */
  void look(Map<Path, Boolean> events) throws IOException {
    Set<String> written = new HashSet<>();
    Set<Path> places = new HashSet<>();
    for (String log : TreeActions.LOGS) {
      Path path = root.resolve(log);
      Boolean event = log.startsWith("links") ? null : event(path, events);
      if (event != null && !Files.exists(path)) {
        if (event && !known.test(log)) {
          written.add(log);
        }
      } else if (event != null && !newest.apply(log).equals(Files.getAttribute(path, "unix:ino"))) {
        places.add(path.getParent());
      }
    }
    Set<Path> busy = events.keySet().stream().map(Path::getParent).collect(Collectors.toSet());
    Map<String, Integer> next = new HashMap<>();
    for (Map.Entry<String, Integer> suspect : suspects.entrySet()) {
      String log = suspect.getKey();
      Path directory = Objects.requireNonNull(root.resolve(log).getParent());
      boolean gone = !known.test(log) && !Files.exists(root.resolve(log));
      boolean renamed = filled.contains(directory) || places.contains(directory);
      most += gone && suspect.getValue() == 0 ? 1 : 0;
      if (gone && !renamed && isBusy(directory, busy) && suspect.getValue() < MOST_LOOKS) {
        next.put(log, suspect.getValue() + 1);
      } else {
        least += gone && !renamed && !isLinked(log) ? 1 : 0;
      }
    }
    written.forEach(log -> next.put(log, 0));
    suspects = next;
    filled = places;
  }

  private static boolean isBusy(Path directory, Set<Path> busy) throws IOException {
    return busy.contains(directory)
        || (Files.exists(directory) && busy.contains(directory.toRealPath()));
  }

  /** The shipper has ended, and what it suspected with it. */
  void end() {
    suspects = new HashMap<>();
    filled = Set.of();
  }

  /** How many must have been told. */
  int least() {
    return least;
  }

  /** How many may have been told. */
  int most() {
    return most;
  }

  /** A file behind a link is found again when the link leads back. */
  private static boolean isLinked(String log) {
    return log.startsWith("named");
  }

  private @Nullable Boolean event(Path path, Map<Path, Boolean> events) throws IOException {
    Boolean event = events.get(real(path));
    boolean linked = path.startsWith(root.resolve("named"));
    for (String directory : linked ? List.of("1", "2") : List.<String>of()) {
      Boolean other = events.get(root.resolve("real/" + directory + "/dir.log"));
      event = event == null ? other : event;
    }
    return event;
  }

  private static Path real(Path path) throws IOException {
    Path directory = Objects.requireNonNull(path.getParent());
    return Files.exists(directory) ? directory.toRealPath().resolve(path.getFileName()) : path;
  }
}
