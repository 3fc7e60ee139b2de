package dev.natsfleet.logs.shipper.surroundings;

import dev.natsfleet.logs.shipper.surroundings.SimulatedKernel.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Logs of which a shipper knows nothing but what the kernel has told: they were made, and were gone
 * at the next look. Each is to be told, if it cannot be what then appeared under another name, and
 * none is to be told that was only renamed.
 */
final class VanishedLogs {

  private static final int MOST_LOOKS = 3;
  private static final List<String> NO_LOGS =
      List.of("pods/a", "pods/b", "named", TreeActions.MOMENTARY_LINK);

  private final Path root;
  private final Predicate<String> known;
  private final Map<String, Boolean> unread = new HashMap<>();
  private Map<String, Integer> pending = new HashMap<>();
  private int least;
  private int most;

  /**
   * No log yet.
   *
   * @param known whether the shipper knows a log
   */
  VanishedLogs(Path root, Predicate<String> known) {
    this.root = root;
    this.known = known;
  }

  /** The shipper is about to look, and the kernel to tell of these. */
  void look(List<Told> events) throws IOException {
    Set<Path> busy = events.stream().map(one -> directory(one.path())).collect(Collectors.toSet());
    settle(busy);
    for (String name : Stream.concat(TreeActions.LOGS.stream(), NO_LOGS.stream()).toList()) {
      Path path = real(root.resolve(name));
      if (isKnown(name) || name.equals("links/sys.log")) {
        unread.remove(name);
      } else {
        look(name, path, events);
      }
      if (!isLog(name) && Files.exists(path)) {
        unread.remove(name); // it is looked into
      }
    }
    lookBehind(events);
  }

  /** What was written where the link does not lead any more may be told. */
  private void lookBehind(List<Told> events) {
    for (String behind : isKnown("named") ? List.<String>of() : List.of("real/1", "real/2")) {
      Path path = root.resolve(behind + "/dir.log");
      most += events.stream().anyMatch(one -> one.path().equals(path)) ? 1 : 0;
    }
  }

  private void look(String name, Path path, List<Told> events) throws IOException {
    for (int i = 0; i < events.size(); i++) {
      Told event = events.get(i);
      if (event.path().equals(path)) {
        Boolean written = event.isWritten() ? null : unread.remove(name);
        if (written != null) {
          vanished(name, written, i, events);
        }
        if (event.isMade() || (event.isWritten() && isLog(name))) {
          unread.merge(name, event.isWritten(), Boolean::logicalOr);
        } else if (event.isWritten()) {
          unread.remove(name); // it may be a file that is none of a log
        }
      }
    }
  }

  /** Something that nobody has looked at went from its name, or something else took the name. */
  private void vanished(String name, boolean written, int at, List<Told> events)
      throws IOException {
    Told gone = events.get(at);
    boolean told = written || !isLog(name);
    List<Integer> later =
        IntStream.range(at + 1, events.size())
            .filter(i -> events.get(i).isBeside(gone) && !events.get(i).isWritten())
            .boxed()
            .toList();
    if (later.isEmpty() && told && !gone.isMade()) {
      most++;
      pending.put(name, 0);
      return;
    }
    Told next = later.isEmpty() ? gone : events.get(later.getFirst());
    boolean renaming = next.isMade() && !next.path().equals(gone.path());
    boolean certain = renaming && isRenamed(later.getFirst(), events);
    most += certain ? 0 : 1;
    least += told && !renaming && !isLinked(name) ? 1 : 0;
  }

  /** Whether what was made then has bytes that it did not get under this name. */
  private boolean isRenamed(int made, List<Told> events) throws IOException {
    Path path = events.get(made).path();
    boolean touched =
        events.subList(made + 1, events.size()).stream().anyMatch(one -> one.path().equals(path));
    return !touched
        && TreeActions.LOGS.stream().anyMatch(log -> root.resolve(log).equals(path))
        && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
        && Files.size(path) > 0;
  }

  private void settle(Set<Path> busy) throws IOException {
    Map<String, Integer> next = new HashMap<>();
    for (Map.Entry<String, Integer> one : pending.entrySet()) {
      Path directory = directory(real(root.resolve(one.getKey())));
      if (busy.contains(directory) && one.getValue() < MOST_LOOKS) {
        next.put(one.getKey(), one.getValue() + 1);
      } else {
        least += isLinked(one.getKey()) ? 0 : 1;
      }
    }
    pending = next;
  }

  /** The shipper has ended, and what it suspected with it. */
  void end() {
    pending = new HashMap<>();
    unread.clear();
  }

  /** How many must have been told. */
  int least() {
    return least;
  }

  /** How many may have been told. */
  int most() {
    return most;
  }

  private static boolean isLog(String name) {
    return TreeActions.LOGS.contains(name);
  }

  private boolean isKnown(String name) {
    return TreeActions.LOGS.stream()
        .filter(log -> log.equals(name) || log.startsWith(name + "/"))
        .anyMatch(known);
  }

  /** A file behind a link is found again when the link leads back. */
  private static boolean isLinked(String name) {
    return name.startsWith("named");
  }

  private static Path real(Path path) throws IOException {
    Path directory = directory(path);
    return Files.exists(directory) ? directory.toRealPath().resolve(path.getFileName()) : path;
  }

  private static Path directory(Path path) {
    return Objects.requireNonNull(path.getParent(), "a name is in a directory");
  }
}
