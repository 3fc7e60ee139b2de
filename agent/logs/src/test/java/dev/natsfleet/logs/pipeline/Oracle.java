package dev.natsfleet.logs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.wire.Bundle;
import dev.natsfleet.logs.wire.Chain;
import dev.natsfleet.logs.wire.Flags;
import dev.natsfleet.logs.wire.Opening;
import dev.natsfleet.logs.wire.RecordCodec;
import dev.natsfleet.logs.wire.RecordHeader;
import dev.natsfleet.logs.wire.Verdict;
import io.nats.client.Connection;
import io.nats.client.IterableConsumer;
import io.nats.client.Message;
import io.nats.client.api.OrderedConsumerConfiguration;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a stream from its start as a receiver would, by the chain's rules alone. */
final class Oracle {

  private final Map<Long, Chain> chains = new HashMap<>();
  private final Map<Long, String> paths = new HashMap<>();
  private final Map<String, ByteArrayOutputStream> files = new HashMap<>();
  private long lost;
  private long unknown;
  private long duplicates;

  private Oracle(Connection connection) throws Exception {
    long last =
        connection
            .getStreamContext(Broker.STREAM)
            .getStreamInfo()
            .getStreamState()
            .getLastSequence();
    IterableConsumer messages =
        connection
            .getStreamContext(Broker.STREAM)
            .createOrderedConsumer(new OrderedConsumerConfiguration())
            .iterate();
    long at = 0;
    while (at < last) {
      Message message = messages.nextMessage(5_000);
      assertThat(message).as("the message after %d of %d", at, last).isNotNull();
      at = message.metaData().streamSequence();
      take(message);
    }
    messages.stop();
  }

  /** Waits until the stream holds all that was written, then compares every byte. */
  static Oracle check(Broker broker, Duration patience, LogWriter... writers) throws Exception {
    Await.until(
        patience,
        () -> holds(read(broker), writers),
        () -> "the stream does not come to hold what was written: " + read(broker).sizes(writers));
    Oracle oracle = read(broker);
    for (LogWriter writer : writers) {
      Bytes.same(writer.file().toString(), oracle.bytes(writer.file()), writer.written());
    }
    return oracle;
  }

  static Oracle read(Broker broker) {
    try {
      return broker.ask(Oracle::new);
    } catch (Exception e) {
      throw new AssertionError("the stream cannot be read", e);
    }
  }

  /** Bytes that the shipper declared lost. */
  long lost() {
    return lost;
  }

  /** How often the shipper declared that nobody can know what was lost. */
  long unknown() {
    return unknown;
  }

  /** Records that were there twice. */
  long duplicates() {
    return duplicates;
  }

  byte[] bytes(Path file) {
    return files.getOrDefault(file.toString(), new ByteArrayOutputStream()).toByteArray();
  }

  private String sizes(LogWriter... writers) {
    StringBuilder sizes = new StringBuilder();
    for (LogWriter writer : writers) {
      sizes.append(
          "%s %d of %d; "
              .formatted(writer.file(), bytes(writer.file()).length, writer.written().length));
    }
    return sizes.append(lost).append(" declared lost").toString();
  }

  private static boolean holds(Oracle oracle, LogWriter... writers) {
    for (LogWriter writer : writers) {
      if (oracle.bytes(writer.file()).length < writer.written().length - oracle.lost) {
        return false;
      }
    }
    return true;
  }

  private void take(Message message) {
    RecordHeader header = RecordCodec.parse(message.getHeaders().getFirst(RecordCodec.HEADER));
    Optional<Opening> opening =
        Optional.ofNullable(message.getHeaders().getFirst(RecordCodec.OPEN_HEADER))
            .flatMap(RecordCodec::parseOpening);
    opening.ifPresent(first -> paths.put(header.file(), first.path()));
    Chain chain = chains.computeIfAbsent(header.file(), id -> new Chain());
    Verdict verdict = chain.judge(header, opening);
    if (verdict instanceof Verdict.Append append) {
      chain.append(header);
      lost += Math.max(0, append.lost());
      unknown += append.lost() < 0 ? 1 : 0;
      files
          .computeIfAbsent(
              String.valueOf(paths.get(header.file())), p -> new ByteArrayOutputStream())
          .writeBytes(tail(source(header, message.getData()), append.skip()));
    } else if (verdict instanceof Verdict.Duplicate) {
      duplicates++;
    }
  }

  private static byte[] source(RecordHeader header, byte[] payload) {
    if (header.has(Flags.BUNDLE)) {
      return Bundle.unpack(payload, header.length());
    }
    byte[] source = Arrays.copyOf(payload, header.length());
    if (!header.has(Flags.PARTIAL)) {
      source[header.length() - 1] = '\n';
    }
    return source;
  }

  private static byte[] tail(byte[] bytes, int skip) {
    return Arrays.copyOfRange(bytes, skip, bytes.length);
  }
}
