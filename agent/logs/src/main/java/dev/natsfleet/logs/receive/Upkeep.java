package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.output.Archive;
import dev.natsfleet.logs.output.Keeping;
import dev.natsfleet.logs.settings.ReceiverSettings;
import dev.natsfleet.logs.store.PartitionStore;
import dev.natsfleet.logs.store.Position;
import dev.natsfleet.logs.stream.Positions;
import dev.natsfleet.logs.wire.Partition;
import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has time: positions for others to see, messages that nobody needs, files that are finished.
 */
final class Upkeep {

  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  private final Setting setting;
  private final Positions positions;
  private final Archive archive;
  private final Map<Integer, Position> published = new HashMap<>();
  private final Map<String, Long> purged = new HashMap<>();
  private final Map<Integer, Map<String, PartitionStore.Finished>> files = new HashMap<>();

  Upkeep(Setting setting, Positions positions) {
    this.setting = setting;
    this.positions = positions;
    this.archive = new Archive(setting.layout(), keeping(setting.settings()));
  }

  private static Keeping keeping(ReceiverSettings settings) {
    var keep = settings.output().keep();
    return new Keeping(settings.output().compress(), keep.age(), keep.files(), keep.bytes());
  }

  /** Publishes positions and purges what every copy has. */
  void streams(Collection<PartitionWorker> workers, Map<Integer, Counts> counts)
      throws InterruptedException {
    try {
      for (PartitionWorker worker : workers) {
        int partition = worker.lease().partition();
        if (worker.lease().isCertain()) {
          publish(partition, worker.committed());
          purge(partition, counts.getOrDefault(partition, new Counts()));
        }
      }
    } catch (IOException | JetStreamApiException | IllegalStateException e) {
      LOG.atDebug().setCause(e).log("positions cannot be published now");
    }
  }

  /** The last word on a partition before another receiver may take it. */
  void publish(PartitionWorker worker) {
    try {
      if (worker.lease().isCertain()) {
        publish(worker.lease().partition(), worker.committed());
      }
    } catch (IOException | JetStreamApiException | IllegalStateException e) {
      LOG.atWarn()
          .addKeyValue("partition", worker.lease().partition())
          .addKeyValue("why", e.getMessage())
          .log("the next owner may not know how far we came");
    }
  }

  private void publish(int partition, Position position) throws IOException, JetStreamApiException {
    if (position.sequence() > 0 && !position.equals(published.get(partition))) {
      positions.publish(partition, position);
      published.put(partition, position);
    }
  }

  private void purge(int partition, Counts counts)
      throws IOException, JetStreamApiException, InterruptedException {
    long everybody = positions.common(partition, setting.streams().name(partition));
    for (Counts.HostCounts host : counts.hosts()) {
      String subject =
          host.host.isEmpty()
              ? setting.prefix()
              : Partition.subject(setting.prefix(), partition, host.host);
      long before = Math.min(host.sequence, everybody + 1);
      boolean anew = host.sequence < purged.getOrDefault(subject, 0L);
      if (before > (anew ? 1 : purged.getOrDefault(subject, 1L))) {
        positions.purge(setting.streams().name(partition), subject, before);
        purged.put(subject, before);
      }
    }
  }

  /**
   * Compresses and deletes finished output files: of hosts whose file has changed, or of all. A
   * partition that is not ours any more is another's affair, who knows which files are finished.
   */
  void files(Collection<PartitionWorker> workers, boolean all) {
    List<PartitionStore.Finished> due = new ArrayList<>();
    Set<Integer> ours = new HashSet<>();
    for (PartitionWorker worker : workers) {
      ours.add(worker.lease().partition());
      due.addAll(changed(worker, all));
    }
    files.keySet().retainAll(ours);
    due.forEach(this::tend);
  }

  private Collection<PartitionStore.Finished> changed(PartitionWorker worker, boolean all) {
    if (!worker.lease().isCertain()) {
      return List.of();
    }
    var known = files.computeIfAbsent(worker.lease().partition(), partition -> new HashMap<>());
    List<PartitionStore.Finished> changed = new ArrayList<>();
    for (var next = worker.nextFinished(); next != null; next = worker.nextFinished()) {
      known.put(next.key(), next);
      changed.add(next);
    }
    return all ? List.copyOf(known.values()) : changed;
  }

  /** The files that are being written under a key; hosts without directories share one. */
  private List<Path> current(String key) {
    return files.values().stream()
        .map(known -> known.get(key))
        .filter(Objects::nonNull)
        .map(PartitionStore.Finished::current)
        .filter(Objects::nonNull)
        .toList();
  }

  private void tend(PartitionStore.Finished file) {
    try {
      archive.tend(file.key(), current(file.key()), Instant.now());
    } catch (IOException e) {
      LOG.atWarn()
          .addKeyValue("host", file.key())
          .addKeyValue("why", e.getMessage())
          .log("finished files cannot be tended");
    }
  }
}
