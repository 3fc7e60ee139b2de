package dev.natsfleet.logs.shipper.publish;

import dev.natsfleet.logs.program.connect.LastMessage;
import dev.natsfleet.logs.protocol.record.GenerationStart;
import dev.natsfleet.logs.protocol.record.RecordCodec;
import dev.natsfleet.logs.protocol.record.RecordHeader;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PushSubscribeOptions;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.MessageInfo;
import io.nats.client.impl.Headers;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the stream what it has of this shipper. The last message on the shipper's own subject tells
 * how many of its messages are there; the headers from the ledger's position to that message tell
 * how far each generation is.
 */
final class StreamSync {

  private static final Logger LOG = LoggerFactory.getLogger(StreamSync.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Connection connection;
  private final JetStreamManagement management;
  private final String stream;
  private final String subject;

  StreamSync(Connection connection, String stream, String subject) throws IOException {
    this.connection = connection;
    this.management = connection.jetStreamManagement();
    this.stream = stream;
    this.subject = subject;
  }

  /** Moves the ledger and the generations to what the stream has. */
  void synchronize(Ledger ledger, LogLookup logs)
      throws IOException, JetStreamApiException, InterruptedException, PublishUncertainException {
    Optional<MessageInfo> last = LastMessage.of(connection, stream, subject);
    long sequence = last.map(info -> ownSequence(info.getHeaders(), ledger)).orElse(0L);
    if (sequence == 0) {
      synchronizeWithoutMessage(ledger);
    } else {
      rewind(ledger, sequence);
      readHeaders(ledger, logs, last.orElseThrow().getSeq());
      ledger.advance(sequence, last.orElseThrow().getSeq());
    }
    ledger.countResent();
    ledger.mark();
  }

  private void rewind(Ledger ledger, long sequence) {
    long known = ledger.sequence();
    if (sequence < known) {
      boolean exact = ledger.rewind(sequence);
      LOG.atWarn()
          .addKeyValue("stream", stream)
          .addKeyValue("known", known)
          .addKeyValue("stored", sequence)
          .addKeyValue("exact", exact)
          .log("stream has lost its last messages; sending them again");
    }
  }

  /** No message of this shipper is there: it was purged after it was read, or it is lost. */
  private void synchronizeWithoutMessage(Ledger ledger)
      throws JetStreamApiException, PublishUncertainException {
    if (ledger.sequence() > 0 && firstSequence() <= ledger.streamSequence()) {
      rewind(ledger, 0);
    }
  }

  private long firstSequence() throws JetStreamApiException, PublishUncertainException {
    try {
      return management.getStreamInfo(stream).getStreamState().getFirstSequence();
    } catch (IOException e) {
      throw new PublishUncertainException(
          "stream %s has no message of this shipper; to see if any was lost allow $JS.API.STREAM.INFO.%s"
              .formatted(stream, stream),
          e);
    }
  }

  private void readHeaders(Ledger ledger, LogLookup logs, long until)
      throws IOException, JetStreamApiException, InterruptedException, PublishUncertainException {
    if (ledger.streamSequence() >= until) {
      return;
    }
    StreamReplay replay = new StreamReplay(ledger, logs);
    JetStreamSubscription messages = headersFrom(ledger.streamSequence() + 1);
    try {
      long at = 0;
      while (at < until) {
        Message message = messages.nextMessage(PATIENCE);
        if (message == null) {
          throw new PublishUncertainException(
              "stream %s does not deliver the messages that it has".formatted(stream));
        }
        at = message.metaData().streamSequence();
        join(message, ledger, replay);
      }
    } finally {
      messages.unsubscribe();
    }
  }

  private JetStreamSubscription headersFrom(long sequence)
      throws IOException, JetStreamApiException {
    ConsumerConfiguration configuration =
        ConsumerConfiguration.builder()
            .deliverPolicy(DeliverPolicy.ByStartSequence)
            .startSequence(sequence)
            .headersOnly(true)
            .build();
    PushSubscribeOptions options =
        PushSubscribeOptions.builder().stream(stream)
            .ordered(true)
            .configuration(configuration)
            .build();
    return connection.jetStream().subscribe(subject, options);
  }

  private static void join(Message message, Ledger ledger, StreamReplay replay) {
    Headers headers = message.getHeaders();
    if (ownSequence(headers, ledger) > 0) {
      replay.join(RecordCodec.parse(headers.getFirst(RecordCodec.HEADER)), start(headers));
    }
  }

  /** The number of a message of this shipper; 0 for any other. */
  private static long ownSequence(@Nullable Headers headers, Ledger ledger) {
    String value = headers == null ? null : headers.getFirst(RecordCodec.HEADER);
    if (value == null) {
      return 0;
    }
    try {
      RecordHeader header = RecordCodec.parse(value);
      return header.epoch() == ledger.epoch() ? header.sequence() : 0;
    } catch (IllegalArgumentException e) {
      return 0; // a header of this name from another program
    }
  }

  private static Optional<GenerationStart> start(Headers headers) {
    return Optional.ofNullable(headers.getFirst(RecordCodec.OPEN_HEADER))
        .flatMap(RecordCodec::parseStart);
  }
}
