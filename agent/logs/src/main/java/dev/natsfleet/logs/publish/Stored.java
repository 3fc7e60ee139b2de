package dev.natsfleet.logs.publish;

import dev.natsfleet.logs.tail.Anchor;
import dev.natsfleet.logs.tail.Generation;
import dev.natsfleet.logs.tail.Log;
import dev.natsfleet.logs.wire.Chain;
import dev.natsfleet.logs.wire.Flags;
import dev.natsfleet.logs.wire.Opening;
import dev.natsfleet.logs.wire.RecordCodec;
import dev.natsfleet.logs.wire.RecordHeader;
import dev.natsfleet.logs.wire.Verdict;
import io.nats.client.Connection;
import io.nats.client.IterableConsumer;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.JetStreamStatusCheckedException;
import io.nats.client.Message;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.MessageInfo;
import io.nats.client.api.OrderedConsumerConfiguration;
import io.nats.client.impl.Headers;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the stream has of this shipper. The last message on the shipper's own subject says how much
 * of all it ever sent is there; the headers from the ledger's mark to that message say how far each
 * generation is.
 */
final class Stored {

  private static final Logger LOG = LoggerFactory.getLogger(Stored.class);
  private static final int NO_MESSAGE = 10037;
  private static final long PATIENCE_MILLIS = 5_000;

  private final Connection connection;
  private final JetStreamManagement management;
  private final String stream;
  private final String subject;

  Stored(Connection connection, String stream, String subject) throws IOException {
    this.connection = connection;
    this.management = connection.jetStreamManagement();
    this.stream = stream;
    this.subject = subject;
  }

  /** Brings the ledger, and the generations in it, to where the stream is. */
  void bring(Ledger ledger, Known logs)
      throws IOException, JetStreamApiException, InterruptedException, Doubt {
    Optional<MessageInfo> last = last();
    long sequence = last.map(info -> ours(info.getHeaders(), ledger)).orElse(0L);
    if (sequence == 0) {
      withoutLast(ledger);
    } else {
      back(ledger, sequence);
      walk(ledger, logs, last.orElseThrow().getSeq());
      ledger.found(sequence, last.orElseThrow().getSeq());
    }
    ledger.mark();
  }

  private void back(Ledger ledger, long sequence) {
    long known = ledger.sequence();
    if (sequence < known) {
      boolean exact = ledger.rewind(sequence);
      LOG.atWarn()
          .addKeyValue("known", known)
          .addKeyValue("stored", sequence)
          .addKeyValue("exact", exact)
          .log("the stream has lost its tail; sending it again");
    }
  }

  /** Nothing of ours is there: aged out or read and purged, or lost. */
  private void withoutLast(Ledger ledger) throws IOException, JetStreamApiException {
    long first = management.getStreamInfo(stream).getStreamState().getFirstSequence();
    if (ledger.sequence() > 0 && first <= ledger.streamSequence()) {
      back(ledger, 0);
    }
  }

  private Optional<MessageInfo> last() throws IOException, JetStreamApiException {
    try {
      return Optional.of(management.getLastMessage(stream, subject));
    } catch (JetStreamApiException e) {
      if (e.getApiErrorCode() == NO_MESSAGE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private void walk(Ledger ledger, Known logs, long until)
      throws IOException, JetStreamApiException, InterruptedException, Doubt {
    if (ledger.streamSequence() >= until) {
      return;
    }
    Map<Long, Chain> chains = new HashMap<>();
    IterableConsumer messages = headersFrom(ledger.streamSequence() + 1);
    try {
      long at = 0;
      while (at < until) {
        Message message = messages.nextMessage(PATIENCE_MILLIS);
        if (message == null) {
          throw new Doubt("the stream does not hand out what it has");
        }
        at = message.metaData().streamSequence();
        join(message, ledger, logs, chains);
      }
    } catch (JetStreamStatusCheckedException e) {
      throw new Doubt("the stream does not hand out what it has", e);
    } finally {
      messages.stop();
    }
  }

  private IterableConsumer headersFrom(long sequence) throws IOException, JetStreamApiException {
    OrderedConsumerConfiguration configuration =
        new OrderedConsumerConfiguration()
            .filterSubject(subject)
            .deliverPolicy(DeliverPolicy.ByStartSequence)
            .startSequence(sequence)
            .headersOnly(true);
    return connection.getStreamContext(stream).createOrderedConsumer(configuration).iterate();
  }

  private static void join(Message message, Ledger ledger, Known logs, Map<Long, Chain> chains) {
    Headers headers = message.getHeaders();
    if (ours(headers, ledger) == 0) {
      return;
    }
    RecordHeader header = RecordCodec.parse(headers.getFirst(RecordCodec.HEADER));
    Log log = logs.log(header.file());
    if (log != null) {
      Chain chain = chains.computeIfAbsent(header.file(), id -> chain(log));
      join(header, opening(headers), chain, ledger, log);
    }
  }

  private static void join(
      RecordHeader header, Optional<Opening> opening, Chain chain, Ledger ledger, Log log) {
    if (chain.judge(header, opening) instanceof Verdict.Append) {
      chain.append(header);
      log.generation(header.generation()).ifPresent(one -> moved(one, header, ledger));
    }
  }

  private static void moved(Generation generation, RecordHeader header, Ledger ledger) {
    ledger.remember(generation);
    generation.log().counts().stored(header.end() - generation.stored().offset());
    Anchor anchor = generation.stored().anchor();
    boolean cut = header.has(Flags.PARTIAL);
    generation.rewind(new Generation.Place(header.end(), anchor, cut));
  }

  /** Of a log of which nothing is stored the very first record is missing, too. */
  private static Chain chain(Log log) {
    Chain chain = new Chain();
    for (Generation generation : log.generations()) {
      if (generation.stored().offset() > 0) {
        chain.restore(generation.number(), generation.stored().offset());
      }
    }
    if (chain.ends().isEmpty() && !log.generations().isEmpty()) {
      chain.restore(log.generations().getFirst().number(), 0);
    }
    return chain;
  }

  /** The number of a message of ours; 0 of any other. */
  private static long ours(@Nullable Headers headers, Ledger ledger) {
    String value = headers == null ? null : headers.getFirst(RecordCodec.HEADER);
    if (value == null) {
      return 0;
    }
    try {
      RecordHeader header = RecordCodec.parse(value);
      return header.epoch() == ledger.epoch() ? header.sequence() : 0;
    } catch (IllegalArgumentException e) {
      return 0; // another program's header of the same name
    }
  }

  private static Optional<Opening> opening(Headers headers) {
    return Optional.ofNullable(headers.getFirst(RecordCodec.OPEN_HEADER))
        .flatMap(RecordCodec::parseOpening);
  }
}
