package dev.natsfleet.logs.stream;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.KeyValue;
import io.nats.client.PurgeOptions;
import io.nats.client.api.KeyValueEntry;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** How far each full copy is in each partition, for all receivers to see. */
public final class Positions {

  private static final String PREFIX = "position.";

  private final KeyValue bucket;
  private final JetStreamManagement management;
  private final String copy;

  /** Positions in a bucket; ours are those of {@code copy}. */
  public Positions(Connection connection, String bucket, String copy) throws IOException {
    this.bucket = connection.keyValue(bucket);
    this.management = connection.jetStreamManagement();
    this.copy = copy;
  }

  /** Says how far we are. */
  public void publish(int partition, long sequence) throws IOException, JetStreamApiException {
    bucket.put(key(partition, copy), Long.toString(sequence));
  }

  /** How far we said we were. */
  public OptionalLong ours(int partition) throws IOException, JetStreamApiException {
    KeyValueEntry entry = bucket.get(key(partition, copy));
    return entry == null ? OptionalLong.empty() : OptionalLong.of(sequence(entry));
  }

  /** How far each copy is. */
  public Map<String, Long> all(int partition)
      throws IOException, JetStreamApiException, InterruptedException {
    Map<String, Long> positions = new HashMap<>();
    for (String key : bucket.keys(key(partition, "*"))) {
      KeyValueEntry entry = bucket.get(key);
      if (entry != null) {
        positions.put(key.substring(key.lastIndexOf('.') + 1), sequence(entry));
      }
    }
    return positions;
  }

  /**
   * Deletes messages of a subject that nobody needs. The last one that was read always stays: it
   * tells its shipper how far the stream is.
   *
   * @param before first sequence that is kept
   */
  public void purge(String stream, String subject, long before)
      throws IOException, JetStreamApiException {
    management.purgeStream(
        stream, PurgeOptions.builder().subject(subject).sequence(before).build());
  }

  private static long sequence(KeyValueEntry entry) {
    return Long.parseLong(entry.getValueAsString());
  }

  private static String key(int partition, String name) {
    return PREFIX + partition + "." + name;
  }
}
