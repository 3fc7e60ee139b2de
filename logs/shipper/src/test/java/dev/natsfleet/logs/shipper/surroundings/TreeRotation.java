package dev.natsfleet.logs.shipper.surroundings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rotates logs as logrotate does, to numbers or to dates. */
final class TreeRotation {

  private static final int KEPT = 4;
  private static final String PACKED = ".gz";

  private final ChangingTree tree;
  private final TreeActions actions;
  private final boolean dated;
  private int rotations;

  TreeRotation(ChangingTree tree, TreeActions actions, boolean dated) {
    this.tree = tree;
    this.actions = actions;
    this.dated = dated;
  }

  void rotate(String log) throws IOException {
    WrittenFile file = actions.file(log);
    if (file != null) {
      if (!actions.isKnown(log)) {
        file.markOutOfReach(); // rotated files of a log that was never seen are not followed
      }
      file.copies().forEach(WrittenFile::markOutOfReach); // one log, two ways to rotate it
      Path place = tree.place(log).orElseThrow();
      tree.rename(place, free(log, place));
    }
  }

  void copy(String log) throws IOException {
    if (actions.file(log) != null) {
      Path place = tree.place(log).orElseThrow();
      if (tree.open(place).channel().size() > 0) {
        actions.harm(log);
      }
      Path copy = free(log, place);
      tree.copy(place, copy);
      if (!actions.isKnown(log)) {
        tree.open(copy).markOutOfReach();
      }
    }
  }

  void pack(String log) throws IOException {
    List<Path> rotated = rotated(log);
    if (!rotated.isEmpty() && !rotated.getLast().toString().endsWith(PACKED)) {
      Path newest = rotated.getLast();
      if (tree.open(newest).lines().isEmpty() && tree.open(newest).isRenamed()) {
        actions.harm(log); // nobody can prove that it was as empty as its packed twin
      }
      tree.pack(newest, Path.of(newest + PACKED));
    }
  }

  void deleteOldest(String log) throws IOException {
    Optional<Path> oldest = rotated(log).stream().findFirst();
    if (oldest.isPresent()) {
      actions.harm(log);
      tree.delete(oldest.get());
    }
  }

  /** Moves the newest rotated file away, as with {@code olddir}. */
  void archive(String log) throws IOException {
    List<Path> rotated = rotated(log);
    if (!rotated.isEmpty()) {
      actions.harm(log);
      Path newest = rotated.getLast();
      WrittenFile file = tree.open(newest);
      file.markOutOfReach();
      tree.rename(
          newest, tree.root().resolve("archive/" + ++rotations + "-" + newest.getFileName()));
    }
  }

  /** Renames the newest rotated file back to the log. */
  void undo(String log) throws IOException {
    List<Path> rotated = rotated(log);
    Optional<Path> place = tree.place(log);
    if (place.isPresent()
        && tree.at(place.get()) == null
        && !rotated.isEmpty()
        && !rotated.getLast().toString().endsWith(PACKED)) {
      tree.rename(rotated.getLast(), place.get());
    }
  }

  /** The rotated files of a log, oldest first. */
  private List<Path> rotated(String log) throws IOException {
    List<Path> found = new ArrayList<>();
    Optional<Path> place = tree.place(log);
    for (Path path : List.copyOf(tree.named().keySet())) {
      if (place.isPresent() && path.toString().startsWith(place.get() + (dated ? "-" : "."))) {
        found.add(path);
      }
    }
    return dated ? found : found.reversed();
  }

  /** The name of the next rotated file, which is made free. */
  private Path free(String log, Path place) throws IOException {
    if (dated) {
      return Path.of("%s-20261129-%05d".formatted(place, ++rotations));
    }
    for (int number = KEPT; number > 0; number--) {
      for (String end : List.of("", PACKED)) {
        shift(log, Path.of(place + "." + number + end), Path.of(place + "." + (number + 1) + end));
      }
    }
    return Path.of(place + ".1");
  }

  private void shift(String log, Path from, Path to) throws IOException {
    if (tree.at(from) == null) {
      return;
    }
    if (from.toString().contains("." + KEPT)) {
      actions.harm(log);
      tree.delete(from);
    } else {
      tree.rename(from, to);
    }
  }
}
