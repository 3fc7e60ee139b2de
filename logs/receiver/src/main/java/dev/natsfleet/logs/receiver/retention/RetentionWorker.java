package dev.natsfleet.logs.receiver.retention;

import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.logs.receiver.output.CurrentFiles;
import dev.natsfleet.logs.receiver.ownership.Lease;
import dev.natsfleet.logs.receiver.partition.PartitionWorker;
import dev.natsfleet.logs.receiver.partition.ReceiverContext;
import dev.natsfleet.logs.receiver.settings.RetentionPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compresses and deletes finished output files in a thread of its own: a large file takes minutes,
 * and leases and positions must not wait for it.
 */
public final class RetentionWorker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RetentionWorker.class);
  private static final Duration INTERVAL = Duration.ofSeconds(3);
  private static final Duration END_LIMIT = Duration.ofSeconds(5);
  private static final int FULL_ROUND_EVERY = 200;
  private static final FailureLog.Messages MESSAGES =
      new FailureLog.Messages(
          "finished files cannot be compressed or deleted; trying again later",
          "finished files can be compressed and deleted again");

  private final ReceiverContext context;
  private final Collection<PartitionWorker> workers;
  private final Archive archive;
  private final Map<Lease, Set<String>> knownKeys = new HashMap<>();
  private final FailureLog failures = new FailureLog(LOG, "host", MESSAGES);
  private final Thread thread;

  /** Starts the thread. {@code workers} is a view of those that there are at any moment. */
  public RetentionWorker(ReceiverContext context, Collection<PartitionWorker> workers) {
    this.context = context;
    this.workers = workers;
    var files = context.files();
    RetentionPolicy policy = context.settings().output().retention();
    this.archive = new Archive(files.fileNaming(), files.current(), policy);
    this.thread = Thread.ofPlatform().name("retention").daemon().start(this::run);
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(END_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      for (int round = 1; true; round++) {
        Thread.sleep(INTERVAL);
        if (isEveryCurrentFileKnown()) {
          runRound(round % FULL_ROUND_EVERY == 0);
        }
      }
    } catch (InterruptedException e) {
      LOG.atDebug().log("retention has stopped");
    }
  }

  /**
   * Whether it is certain which files are being written. Hosts with directories have each a
   * partition; where all hosts share one file, every partition must have reported what it writes.
   */
  private boolean isEveryCurrentFileKnown() {
    CurrentFiles current = context.files().current();
    return context.settings().output().directory().isPresent()
        || (workers.size() == context.maxPartitions()
            && workers.stream()
                .map(worker -> context.directory(worker.lease().partition()))
                .allMatch(current::hasReported));
  }

  /**
   * Handles the hosts whose file has changed, or all. Files of a partition that is not ours any
   * more are left to its owner, who knows which are finished. A partition that has come back has a
   * new lease, and its worker reports anew what it writes.
   */
  private void runRound(boolean all) throws InterruptedException {
    Map<String, Lease> due = new LinkedHashMap<>();
    Set<Lease> ours = new HashSet<>();
    for (PartitionWorker worker : workers) {
      Lease lease = worker.lease();
      ours.add(lease);
      dueKeys(worker, all).forEach(key -> due.put(key, lease));
    }
    knownKeys.keySet().retainAll(ours);
    for (Map.Entry<String, Lease> key : due.entrySet()) {
      applyRetention(key.getKey(), key.getValue());
    }
  }

  private Set<String> dueKeys(PartitionWorker worker, boolean all) {
    if (!worker.lease().isCertain()) {
      return Set.of();
    }
    Set<String> changed = new LinkedHashSet<>();
    for (String key = worker.pollFinishedKey(); key != null; key = worker.pollFinishedKey()) {
      changed.add(key);
    }
    Set<String> known = knownKeys.computeIfAbsent(worker.lease(), lease -> new HashSet<>());
    known.addAll(changed);
    return all ? Set.copyOf(known) : changed;
  }

  private void applyRetention(String key, Lease lease) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    try {
      archive.applyRetention(key, context.clock().instant(), lease::isCertain);
      failures.succeeded(key);
    } catch (IOException | RuntimeException e) {
      failures.failed(key, String.valueOf(e.getMessage()));
    }
  }
}
