package dev.natsfleet.logs.receiver.stream;

import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.KeyValue;
import io.nats.client.api.KeyValueEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Keys of the bucket that receivers share, for leases: each write gives the key a new revision. */
public final class LeaseBucket {

  private static final int WRONG_REVISION = 10071;

  private final KeyValue bucket;
  private final JetStreamManagement management;

  /**
   * A key as it is now.
   *
   * @param revision of its last write
   */
  public record Entry(String value, long revision) {}

  /** The bucket of this name. */
  public LeaseBucket(NatsConnection connection, String bucket) throws IOException {
    this.bucket = connection.client().keyValue(bucket);
    this.management = connection.client().jetStreamManagement();
  }

  /** Writes a key, whatever it was. */
  public void put(String key, String value) throws IOException {
    NatsConnection.ask(() -> bucket.put(key, value));
  }

  /** Deletes a key. */
  public void delete(String key) throws IOException {
    NatsConnection.ask(
        () -> {
          bucket.delete(key);
          return key;
        });
  }

  /** The keys that match a filter. */
  public List<String> keys(String filter) throws IOException, InterruptedException {
    return NatsConnection.<List<String>, InterruptedException>ask(() -> bucket.keys(filter));
  }

  /** A key; empty when it was never written, or is deleted. */
  public Optional<Entry> get(String key) throws IOException {
    return Optional.ofNullable(NatsConnection.ask(() -> bucket.get(key)))
        .map(entry -> new Entry(text(entry), entry.getRevision()));
  }

  private static String text(KeyValueEntry entry) {
    return Objects.requireNonNullElse(entry.getValueAsString(), "");
  }

  /**
   * Writes a key that is not there: it was never written, or is deleted.
   *
   * @return its revision; empty when it is there
   */
  public OptionalLong create(String key, String value) throws IOException {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return write(() -> bucket.create(key, bytes));
  }

  /**
   * Writes a key on condition that nobody has written or deleted it since a revision.
   *
   * @param revision of the last write
   * @return its new revision; empty when somebody has
   */
  public OptionalLong update(String key, String value, long revision) throws IOException {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return write(() -> bucket.update(key, bytes, revision));
  }

  private static OptionalLong write(NatsConnection.Call<Long, RuntimeException> call)
      throws IOException {
    return NatsConnection.ask(
        () -> {
          try {
            return OptionalLong.of(call.answer());
          } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() == WRONG_REVISION) {
              return OptionalLong.empty();
            }
            throw e;
          }
        });
  }

  /** When the bucket was created, in seconds of the servers' clock. */
  public long createdAt() throws IOException {
    return NatsConnection.ask(() -> management.getStreamInfo("KV_" + bucket.getBucketName()))
        .getCreateTime()
        .toEpochSecond();
  }
}
