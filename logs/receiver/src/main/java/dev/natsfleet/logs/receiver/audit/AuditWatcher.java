package dev.natsfleet.logs.receiver.audit;

import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.logs.receiver.stream.AuditBucketReader;
import java.io.IOException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Watches the audit bucket for the partitions that are ours. Watches are started anew after a lost
 * connection, and when the bucket is another one, because servers may lose it. Without permission
 * for the bucket there are no audits, which is logged.
 */
public final class AuditWatcher {

  private static final Logger LOG = LoggerFactory.getLogger(AuditWatcher.class);
  private static final long RETRY_NANOS = Duration.ofSeconds(30).toNanos();
  private static final long CHECK_NANOS = Duration.ofSeconds(15).toNanos();
  private static final FailureLog.Messages MESSAGES =
      new FailureLog.Messages(
          "audits of shippers cannot be read now; the status shows none",
          "audits of shippers can be read again");

  private final AuditBucketReader bucket;
  private final AuditStore store;
  private final LongSupplier clock;
  private final FailureLog failures = new FailureLog(LOG, Level.INFO, "bucket", MESSAGES);
  private final Map<Integer, AuditBucketReader.Watch> watches = new HashMap<>();
  private long knownReconnects;
  private @Nullable ZonedDateTime bucketCreatedAt;
  private long nextCheckAt;
  private long retryAt;

  /** A watcher that puts audits into a store; {@code clock} is monotonic. */
  public AuditWatcher(AuditBucketReader bucket, AuditStore store, LongSupplier clock) {
    this.bucket = bucket;
    this.store = store;
    this.clock = clock;
    this.nextCheckAt = clock.getAsLong();
    this.retryAt = nextCheckAt;
  }

  /** Watches these partitions, and no others. */
  public void watchPartitions(Set<Integer> partitions, long now) {
    if (now - retryAt < 0) {
      return;
    }
    try {
      ensureBucket(now);
      store.expire(now);
      for (int partition : List.copyOf(watches.keySet())) {
        if (!partitions.contains(partition)) {
          stopWatch(partition);
          store.removePartition(partition);
        }
      }
      for (int partition : partitions) {
        startWatch(partition);
      }
      failures.succeeded(bucket.name());
    } catch (IOException | IllegalStateException e) {
      retryAt = now + RETRY_NANOS;
      failures.failed(bucket.name(), String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ensureBucket(long now) throws IOException {
    long reconnects = bucket.reconnects();
    if (reconnects == knownReconnects && now - nextCheckAt < 0) {
      return;
    }
    ZonedDateTime createdAt = bucket.ensure();
    if (reconnects != knownReconnects || !createdAt.equals(bucketCreatedAt)) {
      List.copyOf(watches.keySet()).forEach(this::stopWatch);
    }
    knownReconnects = reconnects;
    bucketCreatedAt = createdAt;
    nextCheckAt = now + CHECK_NANOS;
  }

  private void startWatch(int partition) throws IOException, InterruptedException {
    if (!watches.containsKey(partition)) {
      store.addPartition(partition);
      watches.put(
          partition,
          bucket.watch(partition, (key, value) -> store.update(key, value, clock.getAsLong())));
    }
  }

  private void stopWatch(int partition) {
    watches.remove(partition).stop();
  }
}
