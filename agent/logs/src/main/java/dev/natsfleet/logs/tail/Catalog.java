package dev.natsfleet.logs.tail;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All logs. Looks at names when the kernel hints, and at all of them from time to time. */
public final class Catalog implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(Catalog.class);

  private final Globs globs;
  private final Hints hints = new Hints();
  private final Owners owners = new Owners();
  private final Neighbours neighbours = new Neighbours(owners);
  private final Aftermath aftermath;
  private final Rotation rotation;
  private final Spool spool;
  private final LongSupplier ids;
  private final RescanClock rescans;
  private final long patience;
  private final Map<Object, Log> logs = new LinkedHashMap<>();
  private final Set<Log> active = new LinkedHashSet<>();
  private final Set<Path> touched = new HashSet<>();
  private final Counts departed = new Counts();
  private int rounds;

  /**
   * Nothing is looked at yet.
   *
   * @param patterns names and globs
   * @param ids new ids for logs
   * @param rescan longest time between two looks at everything, in nanoseconds
   * @param patience how long a name may be absent before its log is forgotten, in nanoseconds
   * @param spool keeps files that are not in the stream
   */
  public Catalog(List<String> patterns, LongSupplier ids, long rescan, long patience, Spool spool)
      throws IOException {
    this.rotation = new Rotation(owners, spool);
    this.aftermath = new Aftermath(owners, spool);
    this.spool = spool;
    this.globs = new Globs(patterns);
    this.ids = ids;
    this.rescans = new RescanClock(rescan);
    this.patience = patience;
  }

  /** Takes up a log that a checkpoint remembers. */
  public Log restore(long id, Path path) {
    Log log = new Log(id, path, neighbours);
    logs.put(log.name(), log);
    active.add(log);
    return log;
  }

  /** Takes up a generation of it. */
  public Generation restore(Log log, Remembered remembered) {
    Generation generation = log.add(remembered.number(), remembered.key(), remembered.path());
    generation.restore(remembered);
    generation.rewind(remembered.place());
    owners.add(generation);
    spool.recall(generation);
    return generation;
  }

  /** Waits up to {@code nanos} for a hint, then looks at what is due. */
  public void refresh(long nanos, long now) throws IOException, InterruptedException {
    neighbours.forget(now);
    boolean whole = hints.await(nanos, touched::add);
    if (!whole) {
      rescans.demand();
    }
    if (rescans.isDue(now)) {
      rescan(now);
    } else {
      lookAtTouched(now);
    }
    touched.clear();
  }

  /** A file turned out to be truncated, or another one: its name begins a new generation. */
  public void truncated(Generation generation, long now) throws IOException {
    rotation.truncated(generation);
    look(generation.log().path(), now);
  }

  /** Nothing more will come of it. */
  public void finished(Generation generation) {
    generation.finish();
    generation.log().counts().lost(generation.lost());
  }

  /** All logs as they are now, by their ids; made for the caller. */
  public Map<Long, Log> byId() {
    Map<Long, Log> byId = HashMap.newHashMap(logs.size());
    logs.values().forEach(log -> byId.put(log.id(), log));
    return byId;
  }

  /** Logs that may have something to read. A caller that finds nothing may remove one. */
  public Set<Log> active() {
    return active;
  }

  /** Every log, in the order of discovery. */
  public Collection<Log> logs() {
    return logs.values();
  }

  /** What went through of all logs, also of those that are forgotten; made for the caller. */
  public Counts total() {
    Counts total = new Counts();
    total.add(departed);
    logs.values().forEach(log -> total.add(log.counts()));
    return total;
  }

  @Override
  public void close() throws IOException {
    hints.close();
    logs.values().forEach(log -> log.generations().forEach(Generation::close));
  }

  private void lookAtTouched(long now) {
    for (Path path : touched) {
      look(path, now);
    }
  }

  private void rescan(long now) throws IOException {
    Set<Path> directories = new HashSet<>();
    globs.directories(directories);
    hints.watch(directories);
    rounds++;
    globs.matches(this::isKnown, path -> look(path, now));
    List<Log> missed = logs.values().stream().filter(log -> log.round() != rounds).toList();
    missed.forEach(log -> look(log.path(), now));
    for (Log log : logs.values()) {
      aftermath.revisit(log, now);
      wake(log);
    }
    spool.sweep(this::unstored);
    rescans.done(now, System.nanoTime());
  }

  private boolean isKnown(Path path) {
    return logs.containsKey(Log.name(path));
  }

  private List<Generation> unstored() {
    return logs.values().stream()
        .flatMap(log -> log.generations().stream())
        .filter(generation -> !generation.isStored())
        .toList();
  }

  private void look(Path path, long now) {
    try {
      lookAt(path, now);
    } catch (IOException e) {
      rescans.demand(); // rotated further while we looked
      LOG.atDebug().addKeyValue("path", path).setCause(e).log("will look again");
    }
  }

  private void lookAt(Path path, long now) throws IOException {
    BasicFileAttributes attributes = attributes(path);
    Log log = logs.get(Log.name(path));
    if (log != null) {
      log.round(rounds);
    }
    if (log == null && !globs.match(path)) {
      rotated(path, attributes, now);
    } else if (attributes != null && attributes.isRegularFile()) {
      present(path, attributes, now);
    } else if (log != null) {
      absent(log, now);
    }
  }

  private void present(Path path, BasicFileAttributes attributes, long now) throws IOException {
    Log log = logs.get(Log.name(path));
    if (log != null && log.isUntouched(attributes)) {
      return;
    }
    FileKey key = FileKey.of(attributes);
    Generation owner = owners.find(key);
    if (owner != null && owner.log() != log && Aftermath.isFileOf(path, key, owner)) {
      rotated(path, attributes, now); // another log's file has this name, and stays that log's
      return;
    }
    if (log == null) {
      log = restore(ids.getAsLong(), path);
      log.round(rounds);
    }
    log.absentSince(0);
    rotation.seen(log, attributes, now);
    log.seen(attributes);
    log.forget().forEach(owners::remove);
    wake(log);
  }

  private void rotated(Path path, @Nullable BasicFileAttributes attributes, long now)
      throws IOException {
    if (attributes != null && attributes.isRegularFile()) {
      aftermath.touched(path, attributes, now).ifPresent(this::wake);
    }
  }

  private void wake(Log log) {
    if (log.current().filter(one -> one.isRotated() || one.size() > one.position()).isPresent()) {
      active.add(log);
    }
  }

  private void absent(Log log, long now) throws IOException {
    Generation last = log.last();
    if (log.absentSince() == 0) {
      log.absentSince(now);
      active.add(log);
      if (last != null) {
        aftermath.renamed(last);
      }
    }
    if (now - log.absentSince() > patience && log.isFinished()) {
      new ArrayList<>(log.generations()).forEach(owners::remove);
      logs.remove(log.name());
      active.remove(log);
      departed.add(log.counts());
    }
  }

  static long modified(BasicFileAttributes attributes) {
    return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
  }

  private static @Nullable BasicFileAttributes attributes(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      return null;
    }
  }
}
