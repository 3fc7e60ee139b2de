package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.protocol.record.GenerationStart;
import dev.natsfleet.logs.shipper.files.FileProbe;
import dev.natsfleet.logs.shipper.identity.FileKey;
import dev.natsfleet.logs.shipper.identity.PackedFormat;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A log: one name, and the generations that it has stood for, oldest first. */
public final class TrackedLog {

  private static final int KEPT = 8;

  private final LogName name;
  private final List<Generation> generations = new ArrayList<>(1);
  private final LogCounters counters = new LogCounters();
  private long absentSince;
  private @Nullable Object observedKey;
  private boolean written;
  private boolean lossBefore;
  private int scan;

  TrackedLog(LogName name) {
    this.name = name;
  }

  /** Its name and id. */
  public LogName name() {
    return name;
  }

  /** Its id in records. */
  public long id() {
    return name.id();
  }

  /** Its path. */
  public Path path() {
    return name.path();
  }

  /** Oldest first; the log's own list. */
  public List<Generation> generations() {
    return generations;
  }

  /** What was read, published and lost. */
  public LogCounters counters() {
    return counters;
  }

  /** The generation that is read now: the oldest that is not complete. */
  public Optional<Generation> current() {
    for (Generation generation : generations) {
      if (!generation.reads().isComplete()) {
        return Optional.of(generation);
      }
    }
    return Optional.empty();
  }

  /** The generation of this number. */
  public Optional<Generation> generation(long number) {
    return generations.stream().filter(one -> one.number() == number).findFirst();
  }

  /** The number of the newest generation; 0 before its file could be read for the first time. */
  public long newestNumber() {
    return generations.isEmpty() ? 0 : generations.getLast().number();
  }

  /** What the first record of a generation contains about the generations before. */
  public GenerationStart start(SentGeneration next) {
    long lost = 0;
    for (int i = generations.indexOf(next) - 1; i >= 0; i--) {
      Generation before = generations.get(i);
      lost = sum(lost, before.lost());
      if (before.reads().position() > 0) {
        return new GenerationStart(
            name.toString(), before.number(), before.reads().position(), lost);
      }
    }
    return new GenerationStart(name.toString(), 0, 0, lossBefore ? GenerationStart.UNKNOWN : lost);
  }

  /** What a checkpoint has to contain of its generations, oldest first. */
  public List<GenerationCheckpoint> checkpoint() {
    return generations.stream().map(Generation::checkpoint).toList();
  }

  /** Notes that a checkpoint contains its generations. */
  public void markRecorded() {
    generations.forEach(Generation::markRecorded);
  }

  /** Moves every generation back to what is stored. */
  public void rewindUnstored() {
    for (Generation generation : generations) {
      if (generation.reads().position() != generation.stored().offset()) {
        generation.rewind(generation.stored());
      }
    }
  }

  /**
   * Sets where its file really is. Its generations stay where they were.
   *
   * @return whether that is another place than before
   */
  boolean moveTo(Path real) {
    boolean linked = !real.equals(path()) && !PackedFormat.isPacked(real);
    if (linked ? real.equals(name.file()) : !name.isLinked()) {
      return false;
    }
    if (name.isLinked()) {
      generations.stream().filter(Generation::hasLogName).forEach(Generation::keepPath);
    }
    name.setTarget(linked ? real : null);
    return true;
  }

  @Nullable Generation newest() {
    return generations.isEmpty() ? null : generations.getLast();
  }

  Generation add(FileKey key, Path path, long now) {
    if (!generations.isEmpty()) {
      counters.rotated();
    }
    return add(newestNumber() + 1, key, path, now);
  }

  Generation add(long number, FileKey key, Path path, long now) {
    if (!generations.isEmpty()) {
      generations.getLast().markRotated();
    }
    Generation added = new Generation(name, counters, number, key, now);
    added.setPath(path);
    generations.add(added);
    return added;
  }

  /**
   * Forgets generations that are in the stream, all but the last few. A generation stays until the
   * first record of the next one, which contains its number and its end, is stored.
   *
   * @return the forgotten ones
   */
  List<Generation> forget() {
    List<Generation> forgotten = new ArrayList<>();
    int next = forgettable();
    while (next >= 0) {
      Generation removed = generations.remove(next);
      counters.forgot(removed.reads().position());
      forgotten.add(removed);
      next = forgettable();
    }
    return forgotten;
  }

  private int forgettable() {
    if (generations.size() <= KEPT || !generations.getFirst().isStored()) {
      return -1;
    }
    Generation second = generations.get(1);
    if (second.stored().offset() > 0) {
      return 0;
    }
    if (!second.isStored()) {
      return -1;
    }
    if (second.lost() != 0) {
      generations.getFirst().markEmptied(); // so that the loss of the empty one stays known
    }
    return 1;
  }

  private static long sum(long lost, long more) {
    return lost < 0 || more < 0 ? GenerationStart.UNKNOWN : lost + more;
  }

  /** Whether everything is in the stream and nothing more is expected. */
  boolean isFinished() {
    return generations.stream().allMatch(Generation::isStored);
  }

  /** Whether the file that has its name was observed since the program began. */
  boolean isObserved() {
    return observedKey != null;
  }

  /** Whether its name stands for the same file as at the last look, and the file is unchanged. */
  boolean isUnchanged(BasicFileAttributes now) {
    Generation newest = newest();
    return newest != null
        && absentSince == 0
        && now.size() == newest.reads().size()
        && FileProbe.modified(now) == newest.modified()
        && Objects.equals(now.fileKey(), observedKey);
  }

  /**
   * Notes that the file that has its name was observed, with everything written until then.
   *
   * @param watched whether the kernel tells of what is written from now on
   * @param wall time before it was observed, in nanoseconds since 1970
   */
  void setObserved(BasicFileAttributes now, boolean watched, long wall) {
    observedKey = now.fileKey();
    written = !watched;
    if (!generations.isEmpty()) {
      generations.getLast().noteLook(wall);
    }
  }

  /** Notes that something was written to the file that has its name, or may have been. */
  void markWritten() {
    written = true;
  }

  /** Whether something was written, or may have been, since the file was observed last. */
  boolean isWritten() {
    return written;
  }

  /** Notes that a file was lost that had its name before anything was known of it. */
  void markLossBefore() {
    lossBefore = true;
  }

  boolean hasLossBefore() {
    return lossBefore;
  }

  /** Number of the scan in which its name was looked at last. */
  int scan() {
    return scan;
  }

  void setScan(int number) {
    scan = number;
  }

  /** Since when nothing has its name, on the monotonic clock; 0 when a file has. */
  long absentSince() {
    return absentSince;
  }

  void setAbsentSince(long now) {
    absentSince = now;
  }
}
