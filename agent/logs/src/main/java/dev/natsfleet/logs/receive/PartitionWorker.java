package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.ownership.Lease;
import dev.natsfleet.logs.store.NotOwnerException;
import dev.natsfleet.logs.store.PartitionStore;
import dev.natsfleet.logs.store.Position;
import dev.natsfleet.logs.stream.Delivered;
import dev.natsfleet.logs.stream.Feed;
import dev.natsfleet.logs.stream.FeedException;
import dev.natsfleet.logs.stream.StreamRefusedException;
import dev.natsfleet.logs.wire.Partition;
import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of one partition: reads, writes, commits. When the disk refuses, it forgets everything
 * that is not committed, waits, and begins again from the journal, as after a crash.
 */
final class PartitionWorker {

  private static final Logger LOG = LoggerFactory.getLogger(PartitionWorker.class);
  private static final long GROUP_BYTES = 8 << 20;
  private static final long GROUP_NANOS = Duration.ofMillis(100).toNanos();
  private static final long IDLE_MILLIS = 15;
  private static final long CALM_MILLIS = 250;
  private static final long LONGEST_PAUSE = 5_000;
  private static final long FIRST_PAUSE = 250;
  private static final long RETIRE_NANOS = Duration.ofMinutes(1).toNanos();
  private static final long TIGHT_NANOS = Duration.ofSeconds(5).toNanos();

  private final Setting setting;
  private final Lease lease;
  private final Counts counts;
  private final Position start;
  private final String subjects;
  private final long began = System.nanoTime();
  private final ConcurrentLinkedQueue<String> finished = new ConcurrentLinkedQueue<>();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile String trouble = "";
  private volatile Position committed = Position.START;
  private volatile long pending = -1;
  private volatile long heldBytes;

  /** A worker that begins behind {@code start} when the journal knows nothing. */
  PartitionWorker(Setting setting, Lease lease, Counts counts, Position start) {
    this.setting = setting;
    this.lease = lease;
    this.counts = counts;
    this.start = start;
    this.subjects = Partition.head(setting.prefix(), lease.partition());
  }

  Lease lease() {
    return lease;
  }

  /** For how long the partition has been ours, in nanoseconds. */
  long ownedFor() {
    return System.nanoTime() - began;
  }

  /** Why nothing moves; empty when something does. */
  String trouble() {
    return trouble;
  }

  Position committed() {
    return committed;
  }

  /** Messages that wait in the stream, as the last one said; -1 before the first. */
  long pending() {
    return pending;
  }

  long heldBytes() {
    return heldBytes;
  }

  /** The key of an output file that another has followed; null when there is none. */
  @Nullable String nextFinished() {
    return finished.poll();
  }

  void begin() {
    Thread.ofPlatform().name("partition-" + lease.partition()).start(this::run);
  }

  /** Asks for the end; {@link #hasEnded} says when everything is durable and closed. */
  void stop() {
    stop.countDown();
  }

  boolean hasEnded() {
    return ended.getCount() == 0;
  }

  void awaitEnd(Duration limit) throws InterruptedException {
    if (!ended.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.atWarn().addKeyValue("partition", lease.partition()).log("does not end in time");
    }
  }

  private void run() {
    try {
      long pause = FIRST_PAUSE;
      while (!pauseOver(0) && lease.isCertain()) {
        long before = counts.commits.sum();
        attempt();
        pause = counts.commits.sum() > before ? FIRST_PAUSE : Math.min(LONGEST_PAUSE, pause * 2);
        if (!trouble.isEmpty()) {
          pauseOver(pause);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  private boolean pauseOver(long millis) throws InterruptedException {
    return stop.await(millis, TimeUnit.MILLISECONDS);
  }

  private void attempt() throws InterruptedException {
    try {
      keep();
      setting.files().claim().take(lease.partition());
      withStore();
    } catch (NotOwnerException e) {
      notOwner(e);
    } catch (FeedException e) {
      counts.stalls.increment();
      trouble(e);
      setting.elsewhere().unreachable(System.nanoTime());
    } catch (IOException | StreamRefusedException e) {
      counts.stalls.increment();
      trouble(e);
    } catch (RuntimeException e) {
      trouble(e);
    }
  }

  /** The journal may be a newer owner's than a lease that is certain: that mends no other lease. */
  private void notOwner(NotOwnerException e) {
    trouble(e);
    if (lease.isCertain()) {
      counts.stalls.increment();
    } else {
      stop();
    }
  }

  private void keep() throws FeedException, StreamRefusedException {
    try {
      setting.streams().keep(lease.partition());
    } catch (IOException | JetStreamApiException e) {
      String stream = setting.streams().name(lease.partition());
      throw new FeedException("stream " + stream + " cannot be kept: " + e.getMessage(), e);
    }
  }

  private void trouble(Exception e) {
    String why = String.valueOf(e.getMessage());
    if (!why.equals(trouble)) {
      LOG.atError()
          .addKeyValue("partition", lease.partition())
          .addKeyValue("why", why)
          .setCause(e instanceof RuntimeException ? e : null)
          .log("stalled; the position is kept");
    }
    pending = -1; // whatever waits by now
    trouble = why;
  }

  private void withStore() throws IOException, FeedException, InterruptedException {
    try (PartitionStore store =
        new PartitionStore(
            setting.directory(lease.partition()),
            lease.token(),
            lease,
            setting.rotation(lease.partition()),
            setting.openFiles())) {
      begin(store);
      forget(store);
      try (Intake intake = new Intake(store, setting.patience(), counts)) {
        while (!pauseOver(0)) {
          read(store, intake);
        }
        store.release();
        intake.committed();
      }
      committed = store.committed();
    }
  }

  /**
   * Leases move partitions between receivers that may have directories of their own. A list does
   * not: there the journal is the truth, once there is one.
   */
  private void begin(PartitionStore store) throws IOException {
    Position own = store.committed();
    boolean first = own.equals(Position.START);
    if ((first || !lease.isEndless()) && own.isBefore(start)) {
      LOG.atInfo()
          .addKeyValue("partition", lease.partition())
          .addKeyValue("ours", own.sequence())
          .addKeyValue("position", start.sequence())
          .log("the copy is further on than what is here; each host goes on in a new file");
      store.goOnAt(start);
    }
  }

  /** Of logs that were silent for longer than the stream remembers nothing can come twice. */
  private void forget(PartitionStore store) {
    Duration age = setting.settings().streams().age();
    if (age.isPositive()) {
      long newest = Duration.ofNanos(store.committed().time()).toSeconds();
      store.forgetBefore(newest - 2 * age.toSeconds());
    }
  }

  private void read(PartitionStore store, Intake intake)
      throws IOException, FeedException, InterruptedException {
    Position from = intake.reached();
    String stream = setting.streams().name(lease.partition());
    try (Feed feed = Feed.open(setting.connection(), stream, from, setting.ahead())) {
      pending = feed.waiting();
      trouble = "";
      groups(feed, store, intake);
    }
  }

  private void groups(Feed feed, PartitionStore store, Intake intake)
      throws IOException, FeedException, InterruptedException {
    long since = System.nanoTime();
    long retiredAt = since;
    long retainedAt = since;
    while (stop.getCount() > 0 && !intake.isBack()) {
      boolean dirty = store.isDirty();
      Delivered message = feed.next(dirty ? IDLE_MILLIS : CALM_MILLIS);
      long now = System.nanoTime();
      if (!dirty) {
        since = now;
      }
      if (message != null) {
        take(message, intake, now);
      }
      boolean full = store.gathered() >= GROUP_BYTES || now - since >= GROUP_NANOS;
      if (message == null || full) {
        commit(store, intake, now);
      }
      if (now - retiredAt >= RETIRE_NANOS) {
        store.retire();
        forget(store);
        retiredAt = now;
      }
      if (now - retainedAt >= (counts.isTight() ? TIGHT_NANOS : RETIRE_NANOS)) {
        intake.retain(now);
        retainedAt = now;
      }
    }
  }

  private void take(Delivered delivered, Intake intake, long now) throws IOException {
    pending = delivered.place().pending();
    String host = Partition.host(subjects, delivered.message().getSubject());
    intake.take(host, Arrival.of(delivered), now);
  }

  private void committed(long nanos) {
    counts.commitNanos.add(nanos);
    counts.lastCommitNanos = nanos;
  }

  private void commit(PartitionStore store, Intake intake, long now) throws IOException {
    intake.tick(now, () -> setting.streams().isNearlyFull(lease.partition()));
    heldBytes = intake.heldBytes();
    setting.elsewhere().reached(now);
    if (store.isDirty()) {
      store.commit();
      counts.commits.increment();
      intake.committed();
      committed(System.nanoTime() - now);
    } else {
      lease.check();
      store.shrink();
    }
    committed = store.committed();
    finished.addAll(store.finished());
  }
}
