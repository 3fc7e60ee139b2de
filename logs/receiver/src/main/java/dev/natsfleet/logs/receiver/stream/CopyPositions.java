package dev.natsfleet.logs.receiver.stream;

import dev.natsfleet.logs.program.connect.LastMessage;
import io.nats.client.Connection;
import io.nats.client.JetStreamManagement;
import io.nats.client.KeyValue;
import io.nats.client.PurgeOptions;
import io.nats.client.api.KeyValueEntry;
import io.nats.client.api.MessageInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far each full copy is in each partition: keys of the bucket that receivers share. */
public final class CopyPositions {

  private static final String PREFIX = "position.";
  private static final Pattern POSITION =
      Pattern.compile("(\\d{1,18})(?: (\\d{1,18}|[1-8]\\d{18}))?");
  private static final int MAX_QUOTED = 64;
  private static final String OPERATION = "KV-Operation"; // DEL or PURGE

  private final Connection connection;
  private final String name;
  private final KeyValue bucket;
  private final JetStreamManagement management;
  private final String copy;

  /** Positions in a bucket; {@code copy} is the one that this receiver belongs to. */
  public CopyPositions(NatsConnection connection, String bucket, String copy) throws IOException {
    this.connection = connection.client();
    this.name = bucket;
    this.bucket = this.connection.keyValue(bucket);
    this.management = this.connection.jetStreamManagement();
    this.copy = copy;
  }

  /** Publishes how far our copy is. */
  public void publish(int partition, StreamPosition position) throws IOException {
    String value = position.sequence() + " " + position.time();
    NatsConnection.ask(() -> bucket.put(key(partition, copy), value));
  }

  /** The position of our copy that was published last, by us or by another owner. */
  public Optional<StreamPosition> own(int partition) throws IOException, InterruptedException {
    String key = key(partition, copy);
    String subject = "$KV." + name + "." + key;
    Optional<MessageInfo> last =
        NatsConnection.<Optional<MessageInfo>, InterruptedException>ask(
            () -> LastMessage.of(connection, "KV_" + name, subject));
    if (last.isEmpty() || isDeleted(last.get())) {
      return Optional.empty();
    }
    byte[] value = Objects.requireNonNullElse(last.get().getData(), new byte[0]);
    return Optional.of(position(key, new String(value, StandardCharsets.US_ASCII)));
  }

  /** The last message of a key that somebody has deleted says so, and has no value. */
  private static boolean isDeleted(MessageInfo last) {
    return last.getHeaders() != null && last.getHeaders().containsKey(OPERATION);
  }

  /** The positions of all copies; throws IOException when one of them cannot be read. */
  public List<StreamPosition> all(int partition) throws IOException, InterruptedException {
    List<StreamPosition> positions = new ArrayList<>();
    List<String> keys =
        NatsConnection.<List<String>, InterruptedException>ask(
            () -> bucket.keys(key(partition, "*")));
    for (String key : keys) {
      KeyValueEntry entry = NatsConnection.ask(() -> bucket.get(key));
      if (entry != null) {
        positions.add(position(key, Objects.requireNonNullElse(entry.getValueAsString(), "")));
      }
    }
    return positions;
  }

  /**
   * The sequence up to which every copy has committed. It is 0 when the message at a copy's
   * position is not in the stream: the stream has lost its tail or was made anew, and the message
   * that has that sequence now is not the one that the copy has read.
   */
  public long committedByAll(int partition, String stream)
      throws IOException, InterruptedException {
    long common = Long.MAX_VALUE;
    for (StreamPosition position : all(partition)) {
      boolean stored =
          position.sequence() > 0
              && NatsConnection.ask(() -> StreamLookup.isStored(management, stream, position));
      common = Math.min(common, stored ? position.sequence() : 0);
    }
    return common == Long.MAX_VALUE ? 0 : common;
  }

  /**
   * Deletes messages of a subject. The caller keeps the last one that was received: it tells its
   * shipper how far the stream is.
   *
   * @param before first sequence that is kept
   */
  public void purge(String stream, String subject, long before) throws IOException {
    PurgeOptions options = PurgeOptions.builder().subject(subject).sequence(before).build();
    NatsConnection.ask(() -> management.purgeStream(stream, options));
  }

  private StreamPosition position(String key, String value) throws IOException {
    Matcher words = POSITION.matcher(value);
    if (!words.matches()) {
      throw new IOException(
          "key %s of bucket %s holds %s, which is no position: delete the key if that copy is gone or may begin anew"
              .formatted(key, name, quoted(value)));
    }
    String time = words.group(2);
    return new StreamPosition(
        Long.parseLong(words.group(1)), time == null ? 0 : Long.parseLong(time));
  }

  private static String quoted(String value) {
    return '"' + value.substring(0, Math.min(MAX_QUOTED, value.length())) + '"';
  }

  private static String key(int partition, String name) {
    return PREFIX + partition + "." + name;
  }
}
