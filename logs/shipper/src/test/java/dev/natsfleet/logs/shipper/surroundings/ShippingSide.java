package dev.natsfleet.logs.shipper.surroundings;

import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.shipper.checkpoint.Checkpoint.LogCheckpoint;
import dev.natsfleet.logs.shipper.files.DirectoryWatcher;
import dev.natsfleet.logs.shipper.files.Spool;
import dev.natsfleet.logs.shipper.loop.ReadRounds;
import dev.natsfleet.logs.shipper.publish.Ledger;
import dev.natsfleet.logs.shipper.publish.StreamReplay;
import dev.natsfleet.logs.shipper.read.Catalog;
import dev.natsfleet.logs.shipper.read.CatalogTimes;
import dev.natsfleet.logs.shipper.read.Generation;
import dev.natsfleet.logs.shipper.read.TrackedLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The shipper without its connection: it looks, reads, sends and is ended as the program is. */
final class ShippingSide implements AutoCloseable {

  private static final long MILLI = 1_000_000L;
  private static final long RESCAN = 30_000 * MILLI;
  private static final long ABSENCE = 10_000 * MILLI;

  private final Path root;
  private final List<String> patterns;
  private final SimulatedKernel kernel;
  private final SimulatedStream stream = new SimulatedStream();
  private final AtomicLong nanos = new AtomicLong(1_000 * MILLI);
  private final ProgramClock clock =
      new ProgramClock(InstantSource.system(), () -> nanos.addAndGet(1_000));
  private final ToldLosses told;
  private final VanishedLogs vanished;
  private final Map<Long, Long> read = new HashMap<>();
  private final TreeRights rights;
  private Set<Long> tracked = new HashSet<>();
  private final Set<Long> written = new HashSet<>();
  private Saved saved = new Saved(List.of(), 0, 0, Set.of(), Set.of());
  private AtomicLong ids = new AtomicLong();
  private @Nullable Catalog catalog;
  private @Nullable ReadRounds rounds;
  private int acknowledged;

  ShippingSide(Path root, List<String> patterns, SimulatedKernel kernel, TreeRights rights) {
    this.rights = rights;
    this.root = root;
    this.patterns = patterns;
    this.kernel = kernel;
    this.told = new ToldLosses(path -> root.relativize(path).toString());
    this.vanished = new VanishedLogs(root, this::knows);
  }

  SimulatedStream stream() {
    return stream;
  }

  ToldLosses told() {
    return told;
  }

  VanishedLogs vanished() {
    return vanished;
  }

  /** Before which offset of a file something was read, at any time. */
  long readBefore(WrittenFile file) {
    return read.getOrDefault(file.inode(), 0L);
  }

  /** Whether the shipper has had this file as one of a log, and has not forgotten it in a kill. */
  boolean isTracked(WrittenFile file) {
    return tracked.contains(file.inode());
  }

  /** Whether the shipper has seen bytes of this file, and would know it after a kill. */
  boolean isSeenWritten(WrittenFile file) {
    return saved.written.contains(file.inode());
  }

  /** Whether the shipper knows this log now, or would after a start. */
  boolean knows(String log) {
    Path path = root.resolve(log);
    Catalog running = catalog;
    return running == null
        ? saved.logs.stream().anyMatch(one -> one.path().equals(path))
        : running.logs().stream().anyMatch(one -> one.path().equals(path));
  }

  /** Time goes on. */
  void pass(long millis) {
    nanos.addAndGet(millis * MILLI);
  }

  /** Looks at the names that are due, as each round of the program begins. */
  void look() throws Exception {
    if (catalog == null) {
      start();
    }
    refresh();
  }

  /** Reads and sends, each active log once. */
  void read() throws Exception {
    look();
    rights.run(() -> running().round(clock.nanos()));
    noteCounters();
  }

  /** What is in flight is stored and acknowledged. */
  void settle() {
    if (catalog != null) {
      stream.store(Integer.MAX_VALUE, true);
      acknowledged = stream.size();
    }
  }

  /** One whole round of the program. */
  void turn() throws Exception {
    read();
    settle();
    save();
  }

  /** Ends in order. */
  void stop() throws IOException {
    if (catalog != null) {
      settle();
      save();
      end();
    }
  }

  /** Ends at once; so many messages in flight are stored all the same. */
  void kill(int arriving) throws IOException {
    if (catalog != null) {
      stream.store(arriving, false);
      end();
      tracked = new HashSet<>(saved.tracked);
    }
  }

  /** The connection ends, and another one begins. */
  void disconnect(int arriving) {
    Catalog running = catalog;
    if (running != null) {
      stream.store(arriving, false);
      stream.disconnect();
      rewind(running);
      connect(running);
    }
  }

  @Override
  public void close() throws IOException {
    end();
  }

  /** Writes a checkpoint, which is what a start finds. */
  void save() {
    Catalog running = catalog;
    if (running != null) {
      List<LogCheckpoint> logs =
          running.logs().stream()
              .map(log -> new LogCheckpoint(log.id(), log.path(), log.checkpoint()))
              .toList();
      saved = new Saved(logs, ids.get(), acknowledged, Set.copyOf(tracked), Set.copyOf(written));
      running.logs().forEach(TrackedLog::markRecorded);
    }
  }

  private void start() throws Exception {
    ids = new AtomicLong(saved.lastId);
    acknowledged = saved.acknowledged;
    Catalog fresh =
        new Catalog(
            patterns,
            ids::incrementAndGet,
            new CatalogTimes(clock, RESCAN, ABSENCE),
            new Spool(Optional.empty(), 0),
            new DirectoryWatcher(kernel));
    for (LogCheckpoint log : saved.logs) {
      TrackedLog restored = fresh.restore(log.id(), log.path());
      log.generations().forEach(one -> fresh.restore(restored, one));
    }
    catalog = fresh;
    refresh();
    save();
    connect(fresh);
  }

  private void connect(Catalog running) {
    Ledger ledger = new Ledger(1, 0, 0);
    stream.replay(acknowledged, new StreamReplay(ledger, running.byId()::get));
    acknowledged = stream.size();
    rounds = new ReadRounds(running, patterns, stream);
    rounds.activateUnread();
  }

  private static void rewind(Catalog running) {
    running.logs().forEach(TrackedLog::rewindUnstored);
  }

  private void end() throws IOException {
    stream.disconnect();
    Catalog running = catalog;
    if (running != null) {
      noteCounters();
      told.endLife();
      vanished.end();
      running.close();
      catalog = null;
      rounds = null;
    }
  }

  private void refresh() throws Exception {
    Catalog running = catalog;
    if (running != null) {
      vanished.look(kernel.events());
      rights.run(() -> running.refresh(0, clock.nanos()));
      noteCounters();
    }
  }

  private void track(Generation generation) {
    tracked.add(generation.identity().key().inode());
    read.merge(generation.identity().key().inode(), generation.reads().position(), Math::max);
    if (generation.reads().size() > 0) {
      written.add(generation.identity().key().inode());
    }
  }

  private void noteCounters() {
    Catalog running = catalog;
    if (running != null) {
      told.note(running.logs(), running.total());
      running.logs().forEach(log -> log.generations().forEach(this::track));
    }
  }

  private ReadRounds running() {
    ReadRounds started = rounds;
    if (started == null) {
      throw new IllegalStateException("the shipper is not running");
    }
    return started;
  }

  /** What a start finds, and which files it knows. */
  private record Saved(
      List<LogCheckpoint> logs,
      long lastId,
      int acknowledged,
      Set<Long> tracked,
      Set<Long> written) {}
}
