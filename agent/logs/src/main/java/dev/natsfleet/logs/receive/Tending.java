package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.output.Archive;
import dev.natsfleet.logs.output.CurrentFiles;
import dev.natsfleet.logs.output.Keeping;
import dev.natsfleet.logs.ownership.Lease;
import dev.natsfleet.logs.settings.ReceiverSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
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
 * Packs and deletes finished output files, in a thread of its own: a large file takes minutes, and
 * leases and positions must not wait for it.
 */
final class Tending implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Tending.class);
  private static final Duration TURN = Duration.ofSeconds(3);
  private static final Duration END = Duration.ofSeconds(5);
  private static final int ALL = 200;

  private final Setting setting;
  private final Collection<PartitionWorker> workers;
  private final Archive archive;
  private final Map<Lease, Set<String>> keys = new HashMap<>();
  private final Thread thread;

  /** Begins. The workers are those of the moment, whenever it looks at them. */
  Tending(Setting setting, Collection<PartitionWorker> workers) {
    this.setting = setting;
    this.workers = workers;
    var files = setting.files();
    this.archive = new Archive(files.layout(), files.current(), keeping(setting.settings()));
    this.thread = Thread.ofPlatform().name("files").daemon().start(this::run);
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Keeping keeping(ReceiverSettings settings) {
    var keep = settings.output().keep();
    return new Keeping(settings.output().compress(), keep.age(), keep.files(), keep.bytes());
  }

  private void run() {
    try {
      for (int turn = 1; true; turn++) {
        Thread.sleep(TURN);
        if (isEveryFileKnown()) {
          turn(turn % ALL == 0);
        }
      }
    } catch (InterruptedException e) {
      LOG.atDebug().log("the end");
    }
  }

  /**
   * Whether it is certain which files are being written. Hosts with directories have each a
   * partition; where all hosts share one file, every partition must have said what it writes.
   */
  private boolean isEveryFileKnown() {
    CurrentFiles current = setting.files().current();
    return setting.settings().output().directory().isPresent()
        || (workers.size() == setting.sharers()
            && workers.stream()
                .map(worker -> setting.directory(worker.lease().partition()))
                .allMatch(current::knows));
  }

  /**
   * Tends what belongs to hosts whose file has changed, or to all. A partition that is not ours any
   * more is another's affair, who knows which files are finished. One that has come back has a new
   * lease, and its worker says anew what it writes.
   */
  private void turn(boolean all) throws InterruptedException {
    Map<String, Lease> due = new LinkedHashMap<>();
    Set<Lease> ours = new HashSet<>();
    for (PartitionWorker worker : workers) {
      Lease lease = worker.lease();
      ours.add(lease);
      changed(worker, all).forEach(key -> due.put(key, lease));
    }
    keys.keySet().retainAll(ours);
    for (Map.Entry<String, Lease> key : due.entrySet()) {
      tend(key.getKey(), key.getValue());
    }
  }

  private Set<String> changed(PartitionWorker worker, boolean all) {
    if (!worker.lease().isCertain()) {
      return Set.of();
    }
    Set<String> changed = new LinkedHashSet<>();
    for (String key = worker.nextFinished(); key != null; key = worker.nextFinished()) {
      changed.add(key);
    }
    Set<String> known = keys.computeIfAbsent(worker.lease(), lease -> new HashSet<>());
    known.addAll(changed);
    return all ? Set.copyOf(known) : changed;
  }

  private void tend(String key, Lease lease) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    try {
      archive.tend(key, Instant.now(), lease::isCertain);
    } catch (IOException | RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("host", key)
          .addKeyValue("why", e.getMessage())
          .log("finished files cannot be tended");
    }
  }
}
