package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.shipper.files.DirectoryWatcher;
import dev.natsfleet.logs.shipper.files.FileProbe;
import dev.natsfleet.logs.shipper.files.Globs;
import dev.natsfleet.logs.shipper.files.Spool;
import dev.natsfleet.logs.shipper.identity.FileKey;
import java.io.Closeable;
import java.io.IOException;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All logs that match the settings. A path is looked at when the kernel reports a change, and all
 * paths are scanned from time to time.
 */
public final class Catalog implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(Catalog.class);

  private final Globs globs;
  private final DirectoryWatcher watcher = new DirectoryWatcher();
  private final FileIndex index = new FileIndex();
  private final RotatedFileListing listing;
  private final GenerationReader reader;
  private final RotatedFileTracker tracker;
  private final LogRotation rotation;
  private final SpooledGenerations spool;
  private final LongSupplier ids;
  private final ProgramClock clock;
  private final RescanClock rescans;
  private final long absence;
  private final Map<Object, TrackedLog> logs = new LinkedHashMap<>();
  private final Set<TrackedLog> active = new LinkedHashSet<>();
  private final Set<Path> touched = new HashSet<>();
  private final LogCounters forgotten = new LogCounters();
  private int scans;

  /**
   * A catalog without any log yet.
   *
   * @param patterns paths and globs
   * @param ids new ids for logs
   * @param times the clock, and when to scan and to forget
   * @param spool keeps files that are not in the stream
   */
  public Catalog(List<String> patterns, LongSupplier ids, CatalogTimes times, Spool spool)
      throws IOException {
    this.clock = times.clock();
    this.spool = new SpooledGenerations(spool);
    this.listing = new RotatedFileListing(index, clock);
    GenerationFinder finder = new GenerationFinder(listing, clock);
    this.reader = new GenerationReader(finder);
    this.rotation = new LogRotation(index, listing, this.spool, clock);
    this.tracker = new RotatedFileTracker(index, finder, this.spool);
    this.globs = new Globs(patterns);
    this.ids = ids;
    this.rescans = new RescanClock(times.rescan());
    this.absence = times.absence();
  }

  /** Adds a log from a checkpoint. */
  public TrackedLog restore(long id, Path path) {
    TrackedLog log = new TrackedLog(new LogName(id, path));
    logs.put(log.name().key(), log);
    active.add(log);
    return log;
  }

  /** Adds a generation from a checkpoint to a log. */
  public Generation restore(TrackedLog log, GenerationCheckpoint checkpoint) {
    Generation generation =
        log.add(checkpoint.number(), checkpoint.key(), checkpoint.path(), clock.nanos());
    generation.restore(checkpoint);
    index.add(generation);
    spool.restore(generation);
    return generation;
  }

  /** Waits up to {@code nanos} for a change, then looks at the paths that are due. */
  public void refresh(long nanos, long now) throws IOException, InterruptedException {
    listing.expire(now);
    boolean complete = watcher.await(nanos, touched::add);
    if (!complete) {
      rescans.request();
    }
    if (rescans.isDue(now)) {
      scan(now);
    } else {
      touched.forEach(path -> look(path, now));
    }
    touched.clear();
  }

  /** Reads the generations of these logs. */
  public GenerationReader reader() {
    return reader;
  }

  /** Updates a log when a generation of it is found truncated, or in place of another file. */
  public void truncated(TrackedLog log, Generation generation, long now) throws IOException {
    rotation.relocate(log, generation);
    look(log.path(), now);
  }

  /** Ends a generation of which nothing more is expected, and counts what of it is lost. */
  public void finish(Generation generation) {
    generation.reads().finish();
    generation.counters().lost(generation.lost());
  }

  /** All logs as they are now, by their ids; made for the caller. */
  public Map<Long, TrackedLog> byId() {
    Map<Long, TrackedLog> byId = HashMap.newHashMap(logs.size());
    logs.values().forEach(log -> byId.put(log.id(), log));
    return byId;
  }

  /** Logs that may have something to read. A caller that finds nothing may remove one. */
  public Set<TrackedLog> active() {
    return active;
  }

  /** Every log, in the order of discovery. */
  public Collection<TrackedLog> logs() {
    return logs.values();
  }

  /** The counters of all logs, also of those that are forgotten; made for the caller. */
  public LogCounters total() {
    LogCounters total = new LogCounters();
    total.add(forgotten);
    logs.values().forEach(log -> total.add(log.counters()));
    return total;
  }

  @Override
  public void close() throws IOException {
    watcher.close();
    generations().forEach(generation -> generation.reads().close());
  }

  private void scan(long now) throws IOException {
    Set<Path> directories = new HashSet<>();
    globs.directories(directories);
    watcher.watch(directories);
    scans++;
    globs.list(path -> lookWhenMatching(path, now));
    List<TrackedLog> missed = new ArrayList<>();
    for (TrackedLog log : logs.values()) {
      if (log.scan() != scans) {
        missed.add(log);
      }
    }
    missed.forEach(log -> look(log.path(), log, now));
    for (TrackedLog log : logs.values()) {
      tracker.rescan(log, now);
      activate(log);
    }
    spool.sweep(() -> generations().stream().filter(one -> !one.isStored()).toList());
    rescans.done(now, clock.nanos());
  }

  /** Looks at a path of a scan; that it has a log already is the cheaper test. */
  private void lookWhenMatching(Path path, long now) {
    TrackedLog known = find(path);
    if (known != null || globs.isMatch(path)) {
      look(path, known, now);
    }
  }

  private @Nullable TrackedLog find(Path path) {
    return logs.get(LogName.key(path));
  }

  private List<Generation> generations() {
    return logs.values().stream().flatMap(log -> log.generations().stream()).toList();
  }

  private void look(Path path, long now) {
    look(path, find(path), now);
  }

  private void look(Path path, @Nullable TrackedLog log, long now) {
    try {
      BasicFileAttributes attributes = FileProbe.attributes(path);
      if (log != null) {
        log.setScan(scans);
      }
      update(path, log, attributes, now);
    } catch (IOException e) {
      rescans.request(); // it was rotated further meanwhile
      LOG.atDebug().addKeyValue("path", path).setCause(e).log("path changed; will look again");
    }
  }

  private void update(
      Path path, @Nullable TrackedLog log, @Nullable BasicFileAttributes attributes, long now)
      throws IOException {
    boolean present = attributes != null && attributes.isRegularFile();
    if (log == null && !globs.isMatch(path)) {
      updateRotated(path, attributes, now);
    } else if (attributes != null && present) {
      updatePresent(path, log, attributes, now);
    } else if (log != null) {
      updateAbsent(log, now);
    }
  }

  private void updatePresent(
      Path path, @Nullable TrackedLog known, BasicFileAttributes attributes, long now)
      throws IOException {
    if (known != null && known.isUnchanged(attributes)) {
      return;
    }
    if (isFileOfAnother(path, known, FileKey.of(attributes))) {
      updateRotated(path, attributes, now); // the file stays that of the other log
      return;
    }
    TrackedLog log = known == null ? restore(ids.getAsLong(), path) : known;
    log.setScan(scans);
    log.setAbsentSince(0);
    rotation.update(log, attributes, now);
    log.setObserved(attributes);
    log.forget().forEach(index::remove);
    activate(log);
  }

  private boolean isFileOfAnother(Path path, @Nullable TrackedLog log, FileKey key)
      throws IOException {
    Generation owner = index.find(key);
    return owner != null
        && (log == null || owner.log() != log.name())
        && GenerationFinder.isFileOf(path, key, owner);
  }

  private void updateRotated(Path path, @Nullable BasicFileAttributes attributes, long now)
      throws IOException {
    if (attributes != null && attributes.isRegularFile()) {
      tracker
          .update(path, attributes, now)
          .flatMap(name -> Optional.ofNullable(logs.get(name.key())))
          .ifPresent(this::activate);
    }
  }

  private void updateAbsent(TrackedLog log, long now) throws IOException {
    Generation newest = log.newest();
    if (log.absentSince() == 0) {
      log.setAbsentSince(now);
      active.add(log);
      if (newest != null) {
        tracker.follow(log, newest, now);
      }
    }
    if (now - log.absentSince() > absence && log.isFinished()) {
      new ArrayList<>(log.generations()).forEach(index::remove);
      logs.remove(log.name().key());
      active.remove(log);
      forgotten.add(log.counters());
    }
  }

  private void activate(TrackedLog log) {
    if (log.current()
        .filter(one -> one.isRotated() || one.reads().size() > one.reads().position())
        .isPresent()) {
      active.add(log);
    }
  }
}
