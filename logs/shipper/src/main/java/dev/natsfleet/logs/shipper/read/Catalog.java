package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.shipper.files.DirectoryWatcher;
import dev.natsfleet.logs.shipper.files.FileProbe;
import dev.natsfleet.logs.shipper.files.Globs;
import dev.natsfleet.logs.shipper.files.PathChange;
import dev.natsfleet.logs.shipper.files.Spool;
import dev.natsfleet.logs.shipper.identity.FileKey;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All logs that match the settings. A path is looked at when the kernel reports a change, and all
 * paths are scanned from time to time.
 */
public final class Catalog implements Closeable {

  private static final String SPOOL = "spool";
  private static final int MAX_HELD = 64;

  private final Globs globs;
  private final DirectoryWatcher watcher;
  private final FileIndex index = new FileIndex();
  private final RotatedFileListing listing;
  private final GenerationReader reader;
  private final GenerationLosses losses = new GenerationLosses();
  private final RotatedFileTracker tracker;
  private final LogRotation rotation;
  private final SpooledGenerations spool;
  private final LongSupplier ids;
  private final ProgramClock clock;
  private final RescanClock rescans;
  private final long absence;
  private final TrackedLogs logs = new TrackedLogs();
  private final LinkedLogs linked;
  private final KnownPaths paths;
  private final FileAttempts attempts;
  private final VanishedFiles vanished;
  private final EventOverflows overflows = new EventOverflows();
  private final Map<Path, PathChange> touched = new HashMap<>();
  private int scans;

  /**
   * A catalog without any log yet.
   *
   * @param patterns paths and globs
   * @param ids new ids for logs
   * @param times the clock, and when to scan and to forget
   * @param spool keeps files that are not in the stream
   */
  public Catalog(List<String> patterns, LongSupplier ids, CatalogTimes times, Spool spool) {
    this(patterns, ids, times, spool, new DirectoryWatcher());
  }

  /** The same with a watcher, which the catalog closes. */
  public Catalog(
      List<String> patterns,
      LongSupplier ids,
      CatalogTimes times,
      Spool spool,
      DirectoryWatcher watcher) {
    this.watcher = watcher;
    this.linked = new LinkedLogs(watcher);
    this.paths = new KnownPaths(logs, linked);
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
    this.attempts = new FileAttempts(rescans);
    this.vanished = new VanishedFiles(globs, paths);
    this.absence = times.absence();
  }

  /** Adds a log from a checkpoint. */
  public TrackedLog restore(long id, Path path) {
    return logs.add(id, path);
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
    boolean complete =
        watcher.await(
            nanos,
            (path, change) -> {
              touched.merge(path, change, PathChange::or);
              vanished.note(path, change, now);
            });
    if (!complete) {
      logs.all().forEach(TrackedLog::markWritten);
      rescans.request();
      overflows.note(now);
    }
    linked.forgetPlaces();
    touched.forEach(this::noteTouch);
    vanished.judge(touched.keySet(), logs.others(), now);
    boolean scanning = rescans.isDue(now);
    if (scanning) {
      scan(now);
    }
    touched.keySet().stream()
        .filter(path -> !scanning || !globs.isMatch(path)) // a scan lists no rotated files
        .forEach(path -> look(path, now));
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

  /** Ends generations, and counts what of them is lost. */
  public GenerationLosses losses() {
    return losses;
  }

  /** All logs as they are now, by their ids; made for the caller. */
  public Map<Long, TrackedLog> byId() {
    return logs.byId();
  }

  /** Logs that may have something to read. A caller that finds nothing may remove one. */
  public Set<TrackedLog> active() {
    return logs.active();
  }

  /** Every log, in the order of discovery. */
  public Collection<TrackedLog> logs() {
    return logs.all();
  }

  /** The counters of all logs, also of those that are forgotten; made for the caller. */
  public LogCounters total() {
    return logs.total();
  }

  /** How often events of directories were lost since the start. */
  long overflows() {
    return overflows.times();
  }

  /** What could not be looked at when all paths were looked at last. */
  Set<Object> failing() {
    return attempts.failing();
  }

  @Override
  public void close() throws IOException {
    watcher.close();
    logs.generations().forEach(generation -> generation.reads().close());
  }

  /** A write to reserved space may change neither size nor, within a tick, the time of change. */
  private void noteTouch(Path path, PathChange change) {
    TrackedLog named = logs.find(path);
    TrackedLog log = named == null ? linked.find(path) : named;
    boolean written = change == PathChange.WRITTEN;
    if (named == null && (linked.isLink(path) || isNewDirectory(path, change))) {
      rescans.request(); // another directory may stand behind it, and have logs
    }
    if (log != null) {
      log.current().ifPresent(generation -> generation.reads().touched());
      activate(log);
      if (written) {
        log.markWritten();
      }
    }
  }

  private boolean isNewDirectory(Path path, PathChange change) {
    return change != PathChange.GONE
        && globs.isDirectoryOfLogs(path)
        && Files.isDirectory(path)
        && !watcher.isWatchedDirectory(path);
  }

  private void scan(long now) {
    Set<Path> directories = globs.directories();
    linked.addDirectories(directories);
    watcher.watch(directories);
    scans++;
    globs.list(path -> lookWhenMatching(path, now));
    lookAtUnlisted(now);
    attempts.run(
        SPOOL,
        () ->
            spool.sweep(() -> logs.generations().stream().filter(one -> !one.isStored()).toList()));
    attempts.scanned();
    vanished.noteScan();
    rescans.done(now, clock.nanos());
  }

  /**
   * Looks at the logs that were not listed, and then at rotated files. Most logs have none, and
   * there may be very many, so that each pass over all of them counts.
   */
  private void lookAtUnlisted(long now) {
    List<TrackedLog> missed = new ArrayList<>();
    List<TrackedLog> rotated = new ArrayList<>();
    for (TrackedLog log : logs.all()) {
      if (log.scan() != scans) {
        missed.add(log);
      } else if (log.generations().size() > 1) {
        rotated.add(log);
      }
    }
    for (TrackedLog log : missed) {
      look(log.path(), log, now);
      if (logs.find(log.name()) == log) {
        rotated.add(log);
      }
    }
    for (TrackedLog log : rotated) {
      attempts.run(log.name(), () -> tracker.rescan(log, now));
      activate(log);
    }
  }

  /** Looks at a path of a scan; that it has a log already is the cheaper test. */
  private void lookWhenMatching(Path path, long now) {
    TrackedLog known = logs.find(path);
    if (known != null || globs.isMatch(path)) {
      look(path, known, now);
    }
    if (known != null) {
      activate(known);
    }
  }

  /** A path may be that of a log, or that of the file behind a log's link. */
  private void look(Path path, long now) {
    TrackedLog log = logs.find(path);
    TrackedLog behind = log == null ? linked.find(path) : log;
    look(behind == null ? path : behind.path(), behind, now);
  }

  private void look(Path path, @Nullable TrackedLog log, long now) {
    if (log != null) {
      log.setScan(scans);
    }
    long wall = TimeUnit.MILLISECONDS.toNanos(clock.wall().millis());
    attempts.run(path, () -> update(path, log, FileProbe.attributes(path), now, wall));
  }

  private void update(
      Path path,
      @Nullable TrackedLog log,
      @Nullable BasicFileAttributes attributes,
      long now,
      long wall)
      throws IOException {
    boolean present = attributes != null && attributes.isRegularFile();
    if (log == null && !globs.isMatch(path)) {
      updateRotated(path, attributes, now);
    } else if (attributes != null && present) {
      updatePresent(path, log, attributes, now, wall);
    } else {
      if (log != null) {
        updateAbsent(log, now);
      }
      if (attributes != null && (attributes.isOther() || globs.isName(path))) {
        throw FileProbe.irregular(path, attributes);
      }
    }
  }

  private void updatePresent(
      Path path, @Nullable TrackedLog known, BasicFileAttributes attributes, long now, long wall)
      throws IOException {
    if (known != null && known.isUnchanged(attributes)) {
      known.setObserved(attributes, watcher.isWatched(known.name().file()), wall);
      return;
    }
    if (index.isFileOfAnother(path, known, FileKey.of(attributes))) {
      updateRotated(path, attributes, now); // the file stays that of the other log
      if (known != null) {
        updateAbsent(known, now);
      }
      return;
    }
    TrackedLog log = known == null ? begin(path) : known;
    log.setScan(scans);
    log.setAbsentSince(0);
    try {
      linked.locate(log);
      rotation.update(log, attributes, now);
    } catch (NoSuchFileException e) {
      if (log.newest() == null) {
        forgetUnread(log, attributes, now);
      }
      throw e;
    }
    log.setObserved(attributes, watcher.isWatched(log.name().file()), wall);
    log.forget().forEach(index::remove);
    activate(log);
    if (logs.active().contains(log) && logs.active().size() <= MAX_HELD) {
      reader.hold(log);
    }
  }

  private TrackedLog begin(Path path) {
    TrackedLog log = restore(ids.getAsLong(), path);
    if (vanished.takeLoss(path)) {
      log.markLossBefore();
    }
    return log;
  }

  /** A log that begins with its first file, which was there a moment ago. */
  private void forgetUnread(TrackedLog log, BasicFileAttributes seen, long now) {
    boolean bytes =
        seen.size() > 0 || log.name().isLinked() || !watcher.isWatched(log.name().file());
    remove(log);
    if (log.hasLossBefore()) {
      vanished.keepLoss(log.path());
    }
    vanished.noteUnread(log.path(), FileKey.of(seen), bytes, now);
  }

  private void remove(TrackedLog log) {
    logs.remove(log);
    linked.remove(log);
  }

  private void updateRotated(Path path, @Nullable BasicFileAttributes attributes, long now)
      throws IOException {
    if (attributes != null && attributes.isRegularFile()) {
      tracker
          .update(path, globs.isMatch(path), attributes, now)
          .flatMap(name -> Optional.ofNullable(logs.find(name)))
          .ifPresent(this::activate);
    }
  }

  private void updateAbsent(TrackedLog log, long now) throws IOException {
    Generation newest = log.newest();
    if (log.absentSince() == 0) {
      log.setAbsentSince(now);
      logs.active().add(log);
      if (!log.name().isLinked() || Files.isSymbolicLink(log.path())) {
        linked.locate(log); // a link may lead elsewhere by now, or soon
      }
      if (newest != null) {
        tracker.follow(log, newest, now);
      }
    }
    rotation.updateAbsent(log);
    if (now - log.absentSince() > absence
        && log.isFinished()
        && !GenerationFinder.isElsewhere(log, globs::isMatch)) {
      new ArrayList<>(log.generations()).forEach(index::remove);
      remove(log);
    }
  }

  private void activate(TrackedLog log) {
    if (log.current()
        .filter(one -> one.isRotated() || one.reads().contentSize() > one.reads().position())
        .isPresent()) {
      logs.active().add(log);
    }
  }
}
