package dev.natsfleet.logs.stream;

import dev.natsfleet.logs.store.Position;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.Message;
import io.nats.client.NUID;
import io.nats.client.Subscription;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ClusterInfo;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.ConsumerInfo;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.StreamInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream's messages in order, from a position on; nothing is acknowledged. It asks for a number
 * of messages and for the next when they are taken, so that memory is bounded at any backlog: the
 * consumers of jnats ask again when messages arrive. A hole in what arrives, a lost connection or a
 * consumer that is gone end the feed; the next one begins at the position that was reached.
 */
public final class Feed implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
  private static final int NO_MESSAGE = 10037;
  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final Duration EXPIRES = Duration.ofSeconds(5);
  private static final long SILENCE = Duration.ofSeconds(8).toNanos();
  private static final long QUIET = Duration.ofSeconds(5).toNanos();
  private static final Duration INACTIVE = Duration.ofSeconds(30);
  private static final int TIMEOUT = 408;
  private static final int CONFLICT = 409;
  private static final long MOST_BYTES = 64L << 20;

  private final Connection connection;
  private final JetStreamManagement management;
  private final String stream;
  private final long reconnects;
  private final Subscription inbox;
  private final String pull;
  private final String replies;
  private final int messages;
  private final long waiting;
  private long bytes;
  private String replyTo = "";
  private long pulls;
  private int expected;
  private boolean arrived = true;
  private long delivered;
  private long heardAt;
  private long confirmedAt = System.nanoTime();

  private Feed(Connection connection, ConsumerInfo consumer, Ahead ahead) throws IOException {
    this.connection = connection;
    this.management = connection.jetStreamManagement();
    this.stream = consumer.getStreamName();
    this.reconnects = connection.getStatistics().getReconnects();
    this.pull = "$JS.API.CONSUMER.MSG.NEXT." + consumer.getStreamName() + "." + consumer.getName();
    this.waiting = consumer.getNumPending();
    this.replies = connection.createInbox() + ".";
    this.inbox = connection.subscribe(replies + "*");
    this.messages = ahead.messages;
    this.bytes = ahead.bytes;
  }

  /**
   * Reads behind a position. A time of 0 in it is not known.
   *
   * @param ahead what may be on its way
   */
  public static Feed open(Connection connection, String stream, Position from, Ahead ahead)
      throws FeedException {
    try {
      JetStreamManagement management = connection.jetStreamManagement();
      String name = "receiver-" + NUID.nextGlobal();
      ConsumerInfo made =
          management.createConsumer(stream, configuration(management, stream, from, name));
      return new Feed(connection, made, ahead);
    } catch (IOException | JetStreamApiException | IllegalStateException e) {
      throw new FeedException("stream " + stream + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * What the server may hand out before it is taken.
   *
   * @param messages at most
   * @param bytes at most; grows when a single message is larger
   */
  public record Ahead(int messages, long bytes) {}

  /** Messages that waited in the stream when it was opened. */
  public long waiting() {
    return waiting;
  }

  /** The next message; null when none comes in time. */
  public @Nullable Delivered next(long millis) throws FeedException, InterruptedException {
    try {
      if (expected == 0) {
        ask();
      }
      Message message = inbox.nextMessage(millis);
      return message == null ? silence() : heard(message);
    } catch (IllegalStateException e) {
      throw new FeedException("the connection is closed", e);
    }
  }

  @Override
  public void close() {
    if (inbox.isActive()) {
      inbox.unsubscribe();
    }
  }

  private void ask() {
    String request =
        "{\"batch\":%d,\"max_bytes\":%d,\"expires\":%d}"
            .formatted(messages, bytes, EXPIRES.toNanos());
    replyTo = replies + ++pulls;
    connection.publish(pull, replyTo, request.getBytes(StandardCharsets.US_ASCII));
    expected = messages;
    arrived = false;
    heardAt = System.nanoTime();
  }

  private @Nullable Delivered silence() throws FeedException {
    if (connection.getStatistics().getReconnects() != reconnects) {
      throw new FeedException("the connection was lost");
    }
    if (System.nanoTime() - heardAt > SILENCE) {
      throw new FeedException("the server does not answer");
    }
    confirm();
    return null;
  }

  /**
   * A consumer on a server that is cut off goes on saying that there is nothing new. Only the
   * stream's leader knows, and there it has none after some seconds.
   */
  private void confirm() throws FeedException {
    long now = System.nanoTime();
    if (now - confirmedAt > QUIET) {
      if (!hasLeader()) {
        throw new FeedException("stream " + stream + " has no leader here");
      }
      confirmedAt = now;
    }
  }

  /** A server without others has no cluster to tell of; one without a leader may answer, too. */
  private boolean hasLeader() throws FeedException {
    try {
      ClusterInfo cluster = management.getStreamInfo(stream).getClusterInfo();
      return cluster == null || cluster.getLeader() != null;
    } catch (IOException | JetStreamApiException e) {
      throw new FeedException("stream " + stream + " has no leader: " + e.getMessage(), e);
    }
  }

  private @Nullable Delivered heard(Message message) throws FeedException {
    if (message.isStatusMessage()) {
      status(message);
      return null;
    }
    arrived = true;
    confirmedAt = System.nanoTime();
    expected--;
    Delivery place = Delivery.parse(message.getReplyTo());
    if (place.number() != ++delivered) {
      throw new FeedException("delivery %d came after %d".formatted(place.number(), delivered - 1));
    }
    return new Delivered(message, place);
  }

  /** The end of what was asked for: it has come, nothing came in time, or the bytes are used up. */
  private void status(Message message) throws FeedException {
    if (!message.getSubject().equals(replyTo)) {
      return; // the end of an earlier question, whose answers have all come
    }
    int code = message.getStatus().getCode();
    String why = String.valueOf(message.getStatus().getMessage());
    boolean full = code == CONFLICT && why.contains("MaxBytes");
    boolean done = code == CONFLICT && why.contains("Batch Completed");
    if (code != TIMEOUT && !full && !done) {
      throw new FeedException("the server hands out nothing: " + code + " " + why);
    }
    if (full && !arrived) {
      bytes = Math.min(MOST_BYTES, bytes * 2);
    }
    expected = 0;
  }

  private static ConsumerConfiguration configuration(
      JetStreamManagement management, String stream, Position from, String name)
      throws IOException, JetStreamApiException {
    ConsumerConfiguration.Builder builder =
        ConsumerConfiguration.builder()
            .name(name)
            .ackPolicy(AckPolicy.None)
            .inactiveThreshold(INACTIVE)
            .memStorage(true)
            .numReplicas(1);
    if (from.sequence() == 0) {
      return builder.deliverPolicy(DeliverPolicy.All).build();
    }
    if (isSame(management, stream, from)) {
      return builder
          .deliverPolicy(DeliverPolicy.ByStartSequence)
          .startSequence(from.sequence() + 1)
          .build();
    }
    LOG.atWarn()
        .addKeyValue("stream", stream)
        .addKeyValue("sequence", from.sequence())
        .log("the stream has lost its tail or was made anew; reading again what came since");
    return builder.deliverPolicy(DeliverPolicy.ByStartTime).startTime(before(from.time())).build();
  }

  /**
   * Whether the message at a sequence is the one we know. One that was deleted counts as such,
   * unless the stream is younger than what we know.
   */
  private static boolean isSame(JetStreamManagement management, String stream, Position known)
      throws IOException, JetStreamApiException {
    StreamInfo info = management.getStreamInfo(stream);
    boolean anew = known.time() != 0 && nanos(info.getCreateTime()) > known.time();
    if (anew || info.getStreamState().getLastSequence() < known.sequence()) {
      return false;
    }
    try {
      return known.time() == 0 || time(management, stream, known) == known.time();
    } catch (JetStreamApiException e) {
      if (e.getApiErrorCode() == NO_MESSAGE) {
        return true;
      }
      throw e;
    }
  }

  /** Whether the very message that a position names is in the stream. */
  static boolean isThere(JetStreamManagement management, String stream, Position position)
      throws IOException, JetStreamApiException {
    try {
      return time(management, stream, position) == position.time();
    } catch (JetStreamApiException e) {
      if (e.getApiErrorCode() == NO_MESSAGE) {
        return false;
      }
      throw e;
    }
  }

  private static long time(JetStreamManagement management, String stream, Position position)
      throws IOException, JetStreamApiException {
    return nanos(management.getMessage(stream, position.sequence()).getTime());
  }

  private static long nanos(ZonedDateTime time) {
    Instant instant = time.toInstant();
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }

  private static ZonedDateTime before(long time) {
    return Instant.EPOCH.plusNanos(time).minus(SKEW).atZone(ZoneOffset.UTC);
  }
}
