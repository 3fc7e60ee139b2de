package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.output.Archive;
import dev.natsfleet.logs.output.Keeping;
import dev.natsfleet.logs.settings.ReceiverSettings;
import dev.natsfleet.logs.store.PartitionStore;
import dev.natsfleet.logs.stream.Positions;
import dev.natsfleet.logs.wire.Partition;
import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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
  private final Map<Integer, Long> published = new HashMap<>();
  private final Map<String, Long> purged = new HashMap<>();
  private final Map<String, PartitionStore.Finished> current = new HashMap<>();

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
        publish(partition, worker.committed().sequence());
        purge(partition, counts.getOrDefault(partition, new Counts()));
      }
    } catch (IOException | JetStreamApiException | IllegalStateException e) {
      LOG.atDebug().setCause(e).log("positions cannot be published now");
    }
  }

  private void publish(int partition, long sequence) throws IOException, JetStreamApiException {
    Long last = published.get(partition);
    if (sequence > 0 && (last == null || last != sequence)) {
      positions.publish(partition, sequence);
      published.put(partition, sequence);
    }
  }

  private void purge(int partition, Counts counts)
      throws IOException, JetStreamApiException, InterruptedException {
    long everybody =
        positions.all(partition).values().stream().mapToLong(Long::longValue).min().orElse(0);
    for (Counts.HostCounts host : counts.hosts()) {
      String subject =
          host.host.isEmpty()
              ? setting.prefix()
              : Partition.subject(setting.prefix(), partition, host.host);
      long before = Math.min(host.sequence, everybody + 1);
      if (before > purged.getOrDefault(subject, 1L)) {
        positions.purge(setting.streams().name(partition), subject, before);
        purged.put(subject, before);
      }
    }
  }

  /** Compresses and deletes output files of which others have taken the place. */
  void files(Collection<PartitionWorker> workers, boolean all) {
    for (PartitionWorker worker : workers) {
      PartitionStore.Finished next = worker.nextFinished();
      while (next != null) {
        current.put(next.key(), next);
        tend(next);
        next = worker.nextFinished();
      }
    }
    if (all) {
      current.values().forEach(this::tend);
    }
  }

  private void tend(PartitionStore.Finished file) {
    try {
      archive.tend(file.key(), file.current(), Instant.now());
    } catch (IOException e) {
      LOG.atWarn()
          .addKeyValue("host", file.key())
          .addKeyValue("why", e.getMessage())
          .log("finished files cannot be tended");
    }
  }
}
