package dev.natsfleet.logs.receiver.stream;

import dev.natsfleet.logs.receiver.stream.ConsumerFactory.CreatedConsumer;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.Message;
import io.nats.client.Subscription;
import io.nats.client.api.ClusterInfo;
import io.nats.client.api.ConsumerInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream's messages in order, from a position on; acknowledges nothing. Messages are pulled
 * in bounded batches: the consumers of jnats ask for more as soon as messages arrive, whoever takes
 * them. A hole in what arrives, a lost connection or a consumer that is gone end a reader; the next
 * one begins at the position that was reached.
 */
public final class StreamReader implements AutoCloseable {

  private static final long ANSWER_NANOS = Duration.ofSeconds(8).toNanos();
  private static final long LEADER_CHECK_NANOS = Duration.ofSeconds(5).toNanos();

  private final Connection connection;
  private final JetStreamManagement management;
  private final String stream;
  private final long reconnects;
  private final Subscription inbox;
  private final BatchRequests requests;
  private final long initialPending;
  private final StreamPosition initialEnd;
  private final boolean continuous;
  private final LongSupplier clock;
  private long delivered;
  private long heardAt;
  private long confirmedAt;

  private StreamReader(
      Connection connection,
      CreatedConsumer created,
      StreamPosition end,
      PrefetchLimits limits,
      LongSupplier clock)
      throws IOException {
    ConsumerInfo consumer = created.info();
    this.continuous = created.continuous();
    this.initialEnd = end;
    this.connection = connection;
    this.management = connection.jetStreamManagement();
    this.stream = consumer.getStreamName();
    this.reconnects = connection.getStatistics().getReconnects();
    this.initialPending = consumer.getNumPending();
    this.clock = clock;
    this.confirmedAt = clock.getAsLong();
    String inboxPrefix = connection.createInbox() + ".";
    this.inbox = connection.subscribe(inboxPrefix + "*");
    this.requests = new BatchRequests(connection, consumer, inboxPrefix, limits);
  }

  /**
   * Opens a reader behind a position. A time of 0 in it is not known.
   *
   * @param limits of what the server may deliver before it is taken
   * @param clock monotonic
   */
  public static StreamReader open(
      NatsConnection connection,
      String stream,
      StreamPosition from,
      PrefetchLimits limits,
      LongSupplier clock)
      throws StreamReadException {
    try {
      JetStreamManagement management = connection.client().jetStreamManagement();
      StreamPosition end = StreamLookup.end(management, stream); // before the consumer looks
      CreatedConsumer consumer = ConsumerFactory.create(management, stream, from);
      return new StreamReader(connection.client(), consumer, end, limits, clock);
    } catch (IOException | JetStreamApiException | IllegalStateException e) {
      throw new StreamReadException("stream " + stream + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * What the server may deliver before it is taken.
   *
   * @param messages at most
   * @param bytes at most; grows when a single message is larger
   */
  public record PrefetchLimits(int messages, long bytes) {}

  /**
   * Whether what it reads follows the position; the stream has lost its tail or was made anew
   * otherwise, and what nobody had read of it is lost.
   */
  public boolean isContinuous() {
    return continuous;
  }

  /** Messages that waited in the stream when the reader was opened. */
  public long initialPending() {
    return initialPending;
  }

  /** How far the stream had come when the reader was opened, whatever it held then. */
  public StreamPosition initialEnd() {
    return initialEnd;
  }

  /** The next message; null when none comes in time. */
  public @Nullable ReceivedMessage next(long millis)
      throws StreamReadException, InterruptedException {
    try {
      if (requests.isEmpty()) {
        requests.publish();
        heardAt = clock.getAsLong();
      }
      Message message = inbox.nextMessage(millis);
      if (message == null) {
        checkSilence();
        return null;
      }
      return receive(message);
    } catch (IllegalStateException e) {
      throw new StreamReadException("the connection is closed", e);
    }
  }

  @Override
  public void close() {
    if (inbox.isActive()) {
      inbox.unsubscribe();
    }
  }

  private @Nullable ReceivedMessage receive(Message message) throws StreamReadException {
    if (message.isStatusMessage()) {
      requests.statusReceived(message);
      return null;
    }
    requests.messageReceived();
    confirmedAt = clock.getAsLong();
    MessageMetadata metadata = MessageMetadata.parse(message.getReplyTo());
    if (metadata.number() != ++delivered) {
      throw new StreamReadException(
          "delivery %d came after %d".formatted(metadata.number(), delivered - 1));
    }
    return ReceivedMessage.parse(message, metadata);
  }

  private void checkSilence() throws StreamReadException {
    if (connection.getStatistics().getReconnects() != reconnects) {
      throw new StreamReadException("the connection was lost");
    }
    long now = clock.getAsLong();
    if (now - heardAt > ANSWER_NANOS) {
      throw new StreamReadException("the server does not answer");
    }
    if (now - confirmedAt > LEADER_CHECK_NANOS) {
      requireLeader();
      confirmedAt = now;
    }
  }

  /**
   * A consumer on a server that is cut off goes on saying that there is nothing new. Only the
   * stream's leader knows, and there it has none after some seconds. A server outside a cluster
   * reports no cluster; a server may also answer for a cluster that has no leader.
   */
  private void requireLeader() throws StreamReadException {
    ClusterInfo cluster;
    try {
      cluster = management.getStreamInfo(stream).getClusterInfo();
    } catch (IOException | JetStreamApiException e) {
      throw new StreamReadException("stream " + stream + " has no leader: " + e.getMessage(), e);
    }
    if (cluster != null && cluster.getLeader() == null) {
      throw new StreamReadException("stream " + stream + " has no leader here");
    }
  }
}
