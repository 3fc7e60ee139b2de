package dev.natsfleet.logs.receiver.stream;

import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.api.ConsumerInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Pull requests of one consumer, one after the other: the next batch is requested when the last one
 * was taken, so that memory is bounded at any backlog.
 */
final class BatchRequests {

  private static final Duration EXPIRES = Duration.ofSeconds(5);
  private static final int TIMEOUT = 408;
  private static final int CONFLICT = 409;
  private static final long MAX_BYTES = 64L << 20;

  private final Connection connection;
  private final String subject;
  private final String inboxPrefix;
  private final int messages;
  private long bytes;
  private String replyTo = "";
  private long count;
  private int expected;
  private boolean received = true;

  /** Requests batches of {@code consumer}; replies come to subjects that begin with a prefix. */
  BatchRequests(
      Connection connection,
      ConsumerInfo consumer,
      String inboxPrefix,
      StreamReader.PrefetchLimits limits) {
    this.connection = connection;
    this.subject =
        "$JS.API.CONSUMER.MSG.NEXT." + consumer.getStreamName() + "." + consumer.getName();
    this.inboxPrefix = inboxPrefix;
    this.messages = limits.messages();
    this.bytes = limits.bytes();
  }

  /** Whether the last batch has ended, and the next must be requested. */
  boolean isEmpty() {
    return expected == 0;
  }

  /** Requests the next batch. */
  void publish() {
    String request =
        "{\"batch\":%d,\"max_bytes\":%d,\"expires\":%d}"
            .formatted(messages, bytes, EXPIRES.toNanos());
    replyTo = inboxPrefix + ++count;
    connection.publish(subject, replyTo, request.getBytes(StandardCharsets.US_ASCII));
    expected = messages;
    received = false;
  }

  /** Counts a message of the batch. */
  void messageReceived() {
    received = true;
    expected--;
  }

  /** The server ends a batch: it is complete, nothing came in time, or the bytes are used up. */
  void statusReceived(Message message) throws StreamReadException {
    if (!message.getSubject().equals(replyTo)) {
      return; // the end of an earlier batch, whose messages have all come
    }
    int code = message.getStatus().getCode();
    String why = String.valueOf(message.getStatus().getMessage());
    boolean full = code == CONFLICT && why.contains("MaxBytes");
    boolean complete = code == CONFLICT && why.contains("Batch Completed");
    if (code != TIMEOUT && !full && !complete) {
      throw new StreamReadException("the server delivers nothing: " + code + " " + why);
    }
    if (full && !received) {
      bytes = Math.min(MAX_BYTES, bytes * 2);
    }
    expected = 0;
  }
}
