package dev.natsfleet.logs.stream;

import dev.natsfleet.logs.store.Position;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.KeyValue;
import io.nats.client.PurgeOptions;
import io.nats.client.api.KeyValueEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far each full copy is in each partition, for all receivers to see. */
public final class Positions {

  private static final String PREFIX = "position.";

  private final Connection connection;
  private final String name;
  private final KeyValue bucket;
  private final JetStreamManagement management;
  private final String copy;

  /** Positions in a bucket; ours are those of {@code copy}. */
  public Positions(Connection connection, String bucket, String copy) throws IOException {
    this.connection = connection;
    this.name = bucket;
    this.bucket = connection.keyValue(bucket);
    this.management = connection.jetStreamManagement();
    this.copy = copy;
  }

  /** Says how far we are. */
  public void publish(int partition, Position position) throws IOException, JetStreamApiException {
    bucket.put(key(partition, copy), position.sequence() + " " + position.time());
  }

  /** How far we said we were, or another owner of the copy's partition did. */
  public Optional<Position> ours(int partition)
      throws IOException, JetStreamApiException, InterruptedException {
    String subject = "$KV." + name + "." + key(partition, copy);
    return Latest.of(connection, "KV_" + name, subject)
        .map(last -> position(new String(last.getData(), StandardCharsets.US_ASCII)));
  }

  /** How far each copy is. */
  public List<Position> all(int partition)
      throws IOException, JetStreamApiException, InterruptedException {
    List<Position> positions = new ArrayList<>();
    for (String key : bucket.keys(key(partition, "*"))) {
      Optional.ofNullable(bucket.get(key))
          .map(KeyValueEntry::getValueAsString)
          .map(Positions::position)
          .ifPresent(positions::add);
    }
    return positions;
  }

  /**
   * The sequence up to which every copy has everything. It is 0 when a copy is at a message that is
   * not there: the stream has lost its tail or was made anew, and what has that number now is not
   * what the copy has read.
   */
  public long common(int partition, String stream)
      throws IOException, JetStreamApiException, InterruptedException {
    long common = Long.MAX_VALUE;
    for (Position position : all(partition)) {
      boolean known = position.sequence() > 0 && Feed.isThere(management, stream, position);
      common = Math.min(common, known ? position.sequence() : 0);
    }
    return common == Long.MAX_VALUE ? 0 : common;
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

  private static Position position(String value) {
    String[] words = value.split(" ", 2);
    return new Position(Long.parseLong(words[0]), words.length == 1 ? 0 : Long.parseLong(words[1]));
  }

  private static String key(int partition, String name) {
    return PREFIX + partition + "." + name;
  }
}
