package dev.natsfleet.logs.shipper.surroundings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What writers and people do to logs. What is impossible now, such as a second deletion, is not.
 */
final class TreeActions {

  /** Every log that a story may be about. */
  static final List<String> LOGS =
      List.of(
          "logs/app.log",
          "logs/web.log",
          "logs/o d[1].log",
          "pods/a/c.log",
          "pods/b/c.log",
          "links/sys.log",
          "named/dir.log");

  /** A link that is made and deleted at once. */
  static final String MOMENTARY_LINK = "links/moment.log";

  /** What the shipper is told to follow. */
  static final List<String> PATTERNS =
      List.of("logs/*.log", "pods/*/c.log", "links/*", "named/*.log");

  private static final List<String> DIRECTORIES =
      List.of(
          "logs", "pods", "pods/a", "links", "store", "store/1", "store/2", "real", "real/1",
          "real/2", "archive", "kept");
  private static final String CHAIN = "store/now.log";

  private final ChangingTree tree;
  private final Predicate<String> known;
  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<String, WrittenFile> held = new HashMap<>();
  private final List<WrittenLine> written = new ArrayList<>();
  private final Set<String> harmed = new HashSet<>();
  private int copies;
  private long reserved;

  /**
   * Actions in a new tree.
   *
   * @param known whether the shipper knows a log
   */
  TreeActions(ChangingTree tree, Predicate<String> known) throws IOException {
    this.tree = tree;
    this.known = known;
    for (String directory : DIRECTORIES) {
      tree.makeDirectory(path(directory));
    }
    tree.lead(path("links/sys.log"), Path.of("../" + CHAIN));
    tree.lead(path(CHAIN), Path.of("1/sys.log"));
    tree.lead(path("named"), Path.of("real/1"));
  }

  /** Every line that was written, in order. */
  List<WrittenLine> written() {
    return written;
  }

  /** Bytes of space that writers have reserved. */
  long reserved() {
    return reserved;
  }

  /** Whether something was done to a log that may have cost lines. */
  boolean isHarmed(String log) {
    return harmed.contains(log);
  }

  void write(int count, String log) throws IOException {
    Optional<Path> place = tree.place(log);
    if (place.isPresent()) {
      WrittenFile file = tree.open(place.get());
      file.logs().add(log);
      for (int i = 0; i < count; i++) {
        tree.append(file, next(log, false, file.isRenamed()));
      }
    }
  }

  void create(String log) throws IOException {
    write(0, log);
  }

  /** The writer goes on in the file that it has now, whatever becomes of its name. */
  void hold(String log) throws IOException {
    WrittenFile file = file(log);
    if (file != null) {
      held.put(log, file);
    }
  }

  void writeHeld(int count, String log) throws IOException {
    WrittenFile file = held.get(log);
    if (file != null) {
      boolean late = file(log) != file;
      for (int i = 0; i < count; i++) {
        tree.append(file, next(log, late, late || !tree.named().containsValue(file)));
      }
    }
  }

  void rename(String log, String to) throws IOException {
    WrittenFile file = file(log);
    Optional<Path> place = tree.place(to);
    if (file != null && place.isPresent() && !log.equals(to)) {
      if (tree.at(place.get()) != null) {
        harm(to);
      }
      harm(log);
      tree.rename(tree.place(log).orElseThrow(), place.get());
      file.logs().add(to);
    }
  }

  void delete(String log) throws IOException {
    WrittenFile file = file(log);
    if (file != null) {
      file.logs().forEach(this::harm);
      tree.delete(tree.place(log).orElseThrow());
    }
  }

  void empty(String log) throws IOException {
    WrittenFile file = file(log);
    if (file != null) {
      file.logs().forEach(this::harm);
      tree.resize(file, 0);
    }
  }

  void reserve(int bytes, String log) throws IOException {
    WrittenFile file = file(log);
    if (file != null) {
      tree.resize(file, file.end() + bytes);
      reserved += bytes;
    }
  }

  void giveBack(String log) throws IOException {
    WrittenFile file = file(log);
    if (file != null) {
      tree.resize(file, file.end());
    }
  }

  /** A second name in a directory that nobody ships. */
  void keep(String log) throws IOException {
    if (file(log) != null) {
      tree.link(tree.place(log).orElseThrow(), path("kept/" + ++copies));
    }
  }

  /** A second name that is shipped, too. */
  void alias(String log, String to) throws IOException {
    WrittenFile file = file(log);
    Optional<Path> place = tree.place(to);
    if (file != null && place.isPresent() && tree.at(place.get()) == null) {
      harm(log);
      tree.link(tree.place(log).orElseThrow(), place.get());
      file.logs().add(to);
    }
  }

  void makeDirectory(String directory) throws IOException {
    tree.makeDirectory(path(directory));
  }

  void removeDirectory(String directory) throws IOException {
    if (Files.isDirectory(path(directory))) {
      tree.under(path(directory)).values().forEach(file -> file.logs().forEach(this::harm));
      tree.removeDirectory(path(directory));
    }
  }

  void moveDirectory(String from, String to) throws IOException {
    if (Files.isDirectory(path(from)) && !Files.exists(path(to))) {
      tree.under(path(from))
          .forEach(
              (path, file) -> {
                file.logs().forEach(this::harm);
                String moved = to + "/" + path(from).relativize(path);
                if (LOGS.contains(moved)) {
                  file.logs().add(moved);
                } else {
                  file.markOutOfReach();
                }
              });
      tree.moveDirectory(path(from), path(to));
    }
  }

  /** A directory with lines, and nothing of it is left. */
  void passDirectory(int count, String directory) throws IOException {
    if (!Files.exists(path(directory))) {
      makeDirectory(directory);
      write(count, directory + "/c.log");
      removeDirectory(directory);
    }
  }

  /** A link to lines that nobody can find afterwards. */
  void passLink() throws IOException {
    tree.pass(path(MOMENTARY_LINK), Path.of("../kept/moment.log"));
  }

  void leadLink(String to) throws IOException {
    leaveBehind("store", "links/sys.log");
    tree.lead(path(CHAIN), Path.of(to + "/sys.log"));
  }

  void leadDirectory(String to) throws IOException {
    leaveBehind("real", "named/dir.log");
    tree.lead(path("named"), Path.of("real/" + to));
  }

  void leadInACircle() throws IOException {
    leaveBehind("store", "links/sys.log");
    tree.lead(path(CHAIN), Path.of("now.log"));
  }

  /** What was never seen there cannot be found any more, and may be when the link comes back. */
  private void leaveBehind(String directory, String log) {
    for (WrittenFile file : tree.under(path(directory)).values()) {
      harm(log);
      file.markOutOfReach();
    }
  }

  /**
   * The shipper has forgotten logs: it does not follow their rotated files.
   *
   * @param unacknowledged whether it also forgot which bytes are in the stream, so that others in
   *     their place count as these
   */
  void forget(boolean unacknowledged) throws IOException {
    Set<WrittenFile> present = new HashSet<>();
    for (String log : LOGS) {
      WrittenFile file = file(log);
      if (file != null) {
        present.add(file);
      }
    }
    tree.all().stream()
        .filter(
            file ->
                (unacknowledged && file.isCut())
                    || (!present.contains(file) && file.logs().stream().noneMatch(known)))
        .forEach(
            file -> {
              file.markOutOfReach();
              file.markOverwritten();
            });
  }

  void harm(String log) {
    harmed.add(log);
  }

  boolean isKnown(String log) {
    return known.test(log);
  }

  @Nullable WrittenFile file(String log) throws IOException {
    return tree.place(log).map(tree::at).orElse(null);
  }

  /** Space that is more than the text of the lines that fill it. */
  void spare(long bytes) {
    reserved += bytes;
  }

  /** The next line of a log. */
  WrittenLine next(String log, boolean late, boolean hidden) {
    WrittenLine line = new WrittenLine(log, lines.merge(log, 1, Integer::sum), late, hidden);
    written.add(line);
    return line;
  }

  private Path path(String name) {
    return tree.root().resolve(name);
  }
}
