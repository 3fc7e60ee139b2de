package dev.natsfleet.logs.tail;

import dev.natsfleet.logs.wire.Opening;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One name, and the files it has stood for, oldest first. */
public final class Log {

  private static final int KEPT = 8;
  private static final char NO_TEXT = '\uFFFD';

  private final long id;
  private final Object name;
  private final Neighbours neighbours;
  private final List<Generation> generations = new ArrayList<>(1);
  private final Counts counts = new Counts();
  private long absentSince;
  private @Nullable Object seenKey;
  private int round;

  Log(long id, Path path, Neighbours neighbours) {
    this.id = id;
    this.name = name(path);
    this.neighbours = neighbours;
  }

  /** The generation that is read now: the oldest that is not complete. */
  public Optional<Generation> current() {
    for (Generation generation : generations) {
      if (!generation.isComplete()) {
        return Optional.of(generation);
      }
    }
    return Optional.empty();
  }

  /** What the first record of a generation says about the past. */
  public Opening opening(Generation next) {
    long lost = 0;
    for (int i = generations.indexOf(next) - 1; i >= 0; i--) {
      Generation before = generations.get(i);
      lost = add(lost, before.lost());
      if (before.position() > 0) {
        return new Opening(name.toString(), before.number(), before.position(), lost);
      }
    }
    return new Opening(name.toString(), 0, 0, lost);
  }

  private static long add(long lost, long more) {
    return lost < 0 || more < 0 ? Opening.UNKNOWN : lost + more;
  }

  /** A generation by its number. */
  public Optional<Generation> generation(long number) {
    return generations.stream().filter(one -> one.number() == number).findFirst();
  }

  /** Whether its name was looked at since the program began. */
  boolean isSeen() {
    return seenKey != null;
  }

  /** Whether the name stands for what it stood for at the last look, untouched. */
  boolean isUntouched(BasicFileAttributes now) {
    Generation last = last();
    return last != null
        && absentSince == 0
        && now.size() == last.size()
        && Catalog.modified(now) == last.modified()
        && Objects.equals(now.fileKey(), seenKey);
  }

  /** Number of the round in which its name was looked at last. */
  int round() {
    return round;
  }

  void round(int now) {
    round = now;
  }

  /** What it stands for was looked at. */
  void seen(BasicFileAttributes now) {
    seenKey = now.fileKey();
  }

  /** Files that may have been made of it, oldest first, as they were a moment ago. */
  List<Sibling> siblings() throws IOException {
    return neighbours.of(this);
  }

  /** Files that may have been made of it, oldest first. */
  List<Sibling> siblingsNow() throws IOException {
    return neighbours.now(this);
  }

  /**
   * Checks that the files beside it are what they were, so that what was read of them is true.
   *
   * @throws NoSuchFileException when one was renamed, added or deleted
   */
  void checkStill(List<Sibling> siblings) throws IOException {
    if (!Sibling.names(siblingsNow()).equals(Sibling.names(siblings))) {
      throw new NoSuchFileException(path().toString(), null, "it was rotated meanwhile");
    }
  }

  @Nullable Generation last() {
    return generations.isEmpty() ? null : generations.getLast();
  }

  Generation add(FileKey key, Path where) {
    if (!generations.isEmpty()) {
      counts.rotated();
    }
    return add(generations.isEmpty() ? 1 : generations.getLast().number() + 1, key, where);
  }

  Generation add(long number, FileKey key, Path where) {
    if (!generations.isEmpty()) {
      generations.getLast().rotated();
    }
    Generation added = new Generation(this, number, key, where);
    generations.add(added);
    return added;
  }

  /**
   * Forgets generations that are in the stream, all but the last few. What the next one says of the
   * past is kept until it has said it.
   */
  List<Generation> forget() {
    List<Generation> forgotten = new ArrayList<>();
    int next = forgettable();
    while (next >= 0) {
      Generation oldest = generations.remove(next);
      counts.forgot(oldest.position());
      forgotten.add(oldest);
      next = forgettable();
    }
    return forgotten;
  }

  private int forgettable() {
    if (generations.size() <= KEPT || !generations.getFirst().isStored()) {
      return -1;
    }
    Generation next = generations.get(1);
    if (next.stored().offset() > 0) {
      return 0;
    }
    if (!next.isStored()) {
      return -1;
    }
    if (next.lost() != 0) {
      generations.getFirst().emptied(); // it says so in place of an empty one
    }
    return 1;
  }

  /** Whether everything is in the stream and nothing more is expected. */
  boolean isFinished() {
    return generations.stream().allMatch(Generation::isStored);
  }

  /** Stays the same for all generations; never used again for another log. */
  public long id() {
    return id;
  }

  /** The name, as it was found. */
  public Path path() {
    return name instanceof Path path ? path : Path.of(name.toString());
  }

  /** What stands for a path in tables: its text, or itself when its bytes are no text. */
  static Object name(Path path) {
    String text = path.toString();
    return text.indexOf(NO_TEXT) < 0 ? text : path;
  }

  /** The same for this log. */
  Object name() {
    return name;
  }

  /** Whether this path is its name. */
  boolean isAt(Path other) {
    return name.equals(name(other));
  }

  /** Whether its very name says that it is packed. */
  boolean isPacked() {
    return Sources.isPacked(name.toString());
  }

  /** Oldest first; the log's own list. */
  public List<Generation> generations() {
    return generations;
  }

  /** What went through. */
  public Counts counts() {
    return counts;
  }

  /** Since when nothing has the name, on the monotonic clock; 0 when something has. */
  long absentSince() {
    return absentSince;
  }

  void absentSince(long now) {
    absentSince = now;
  }
}
