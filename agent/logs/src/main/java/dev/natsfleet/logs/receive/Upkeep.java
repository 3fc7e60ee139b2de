package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.ownership.Lease;
import dev.natsfleet.logs.store.Position;
import dev.natsfleet.logs.stream.Bucket;
import dev.natsfleet.logs.stream.Positions;
import dev.natsfleet.logs.wire.Partition;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.StreamInfo;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has time: positions for others to see, and messages that nobody needs any more. */
final class Upkeep {

  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  private final Setting setting;
  private final Positions positions;
  private final Map<Integer, Position> published = new HashMap<>();
  private final BucketLife bucket = new BucketLife();
  private final Map<String, String> failures = new HashMap<>();

  Upkeep(Setting setting, Positions positions) {
    this.setting = setting;
    this.positions = positions;
  }

  /** Publishes positions first, for others rely on them, and purges then what every copy has. */
  void streams(Collection<PartitionWorker> workers, Map<Integer, Counts> counts)
      throws InterruptedException {
    List<Integer> ours =
        workers.stream()
            .map(PartitionWorker::lease)
            .filter(Lease::isCertain)
            .map(Lease::partition)
            .toList();
    attempt("the bucket of positions and leases is not known to be there", this::keepBucket);
    attempt(
        "positions cannot be published now",
        () -> {
          for (PartitionWorker worker : workers) {
            register(worker);
            publishOurs(worker);
          }
        });
    attempt(
        "messages that every copy has cannot be purged; streams fill up",
        () -> purge(ours, counts));
  }

  /** Servers may lose their store, and the bucket with it, while we run. */
  private void keepBucket() throws IOException, JetStreamApiException {
    var streams = setting.settings().streams();
    Bucket.keep(setting.connection(), streams.names(), streams.replicas());
    StreamInfo info = look();
    if (bucket.isAnother(made(info), info.getTimestamp().toInstant(), System.nanoTime())) {
      published.clear();
    }
  }

  private StreamInfo look() throws IOException, JetStreamApiException {
    return Bucket.look(setting.connection(), setting.settings().streams().names());
  }

  private static Instant made(StreamInfo info) {
    return info.getCreateTime().toInstant();
  }

  /** Says when a failure begins, and once more when it is another one. */
  private void attempt(String failure, Attempt attempt) throws InterruptedException {
    try {
      attempt.run();
      failures.remove(failure);
    } catch (IOException | JetStreamApiException | IllegalStateException e) {
      String why = String.valueOf(e.getMessage());
      if (!why.equals(failures.put(failure, why))) {
        LOG.atWarn().addKeyValue("why", why).log(failure);
      }
    }
  }

  /** Something to do with NATS. */
  private interface Attempt {
    void run() throws IOException, JetStreamApiException, InterruptedException;
  }

  /** A copy that has nothing yet must not be overlooked in a bucket that is new. */
  private void register(PartitionWorker worker)
      throws IOException, JetStreamApiException, InterruptedException {
    int partition = worker.lease().partition();
    if (worker.lease().isCertain() && !published.containsKey(partition)) {
      if (positions.ours(partition).isEmpty()) {
        positions.publish(partition, Position.START);
      }
      published.put(partition, Position.START);
    }
  }

  private void publishOurs(PartitionWorker worker) throws IOException, JetStreamApiException {
    if (worker.lease().isCertain()) {
      publish(worker.lease().partition(), worker.committed());
    }
  }

  /** The last word on a partition before another receiver may take it. */
  void publish(PartitionWorker worker) {
    try {
      publishOurs(worker);
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

  /** Positions count only when the bucket has been the same one since before they were read. */
  private void purge(Collection<Integer> ours, Map<Integer, Counts> counts)
      throws IOException, JetStreamApiException, InterruptedException {
    long now = System.nanoTime();
    Map<Integer, Long> common = new HashMap<>();
    for (int partition : ours) {
      common.put(partition, positions.common(partition, setting.streams().name(partition)));
    }
    if (bucket.isGrown(made(look()), now)) {
      for (int partition : ours) {
        Counts done = counts.getOrDefault(partition, new Counts());
        purge(partition, done, common.getOrDefault(partition, 0L));
      }
    }
  }

  private void purge(int partition, Counts counts, long everybody)
      throws IOException, JetStreamApiException {
    for (HostCounts host : counts.hosts()) {
      String subject =
          host.host.isEmpty()
              ? setting.prefix()
              : Partition.subject(setting.prefix(), partition, host.host);
      long before = Math.min(host.sequence, everybody + 1);
      boolean anew = host.sequence < host.purged;
      if (before > (anew ? 1 : Math.max(1, host.purged))) {
        positions.purge(setting.streams().name(partition), subject, before);
        host.purged = before;
      }
    }
  }
}
