package dev.natsfleet.logs.receiver.stream;

import dev.natsfleet.logs.protocol.audit.AuditBucket;
import dev.natsfleet.logs.protocol.audit.AuditKey;
import dev.natsfleet.logs.receiver.settings.ReceiverSettings;
import io.nats.client.KeyValue;
import io.nats.client.api.KeyValueEntry;
import io.nats.client.api.KeyValueWatcher;
import io.nats.client.impl.NatsKeyValueWatchSubscription;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.function.BiConsumer;

/** The bucket of audits, as receivers read it. */
public final class AuditBucketReader {

  private final NatsConnection connection;
  private final ReceiverSettings.Streams streams;

  /** A reader that watches nothing yet. */
  public AuditBucketReader(NatsConnection connection, ReceiverSettings.Streams streams) {
    this.connection = connection;
    this.streams = streams;
  }

  /** A watch that is running. */
  @FunctionalInterface
  public interface Watch {

    /** Ends it. */
    void stop();
  }

  /** The bucket's name. */
  public String name() {
    return AuditBucket.name(streams.names());
  }

  /** How often another connection has followed one that was lost; a watch may have ended then. */
  public long reconnects() {
    return connection.reconnects();
  }

  /** Creates the bucket unless it is there; gives when it was created, by the servers' clock. */
  public ZonedDateTime ensure() throws IOException {
    return PipelineBucket.ensureAuditBucket(connection, streams.names(), streams.replicas());
  }

  /**
   * Watches the audits of a partition: first all that there are, then each that changes.
   *
   * @param update gets a key and its value, which is empty when the key was deleted
   */
  public Watch watch(int partition, BiConsumer<String, byte[]> update)
      throws IOException, InterruptedException {
    NatsKeyValueWatchSubscription subscription =
        NatsConnection.<NatsKeyValueWatchSubscription, InterruptedException>ask(
            () -> {
              KeyValue bucket = connection.client().keyValue(name());
              return bucket.watch(AuditKey.filter(partition), new Updates(update));
            });
    return subscription::unsubscribe;
  }

  private record Updates(BiConsumer<String, byte[]> update) implements KeyValueWatcher {

    @Override
    public void watch(KeyValueEntry entry) {
      byte[] value = entry.getValue();
      update.accept(entry.getKey(), value == null ? new byte[0] : value);
    }

    @Override
    public void endOfData() {
      // old and new values are treated alike
    }
  }
}
