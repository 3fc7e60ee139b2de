package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import dev.natsfleet.logs.protocol.record.BundleUnpacker;
import dev.natsfleet.logs.protocol.record.GenerationStart;
import dev.natsfleet.logs.protocol.record.JoinResult;
import dev.natsfleet.logs.protocol.record.OffsetChain;
import dev.natsfleet.logs.protocol.record.RecordCodec;
import dev.natsfleet.logs.protocol.record.RecordFlags;
import dev.natsfleet.logs.protocol.record.RecordHeader;
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
final class StreamOracle {

  private final Map<Long, OffsetChain> offsetChains = new HashMap<>();
  private final Map<Long, String> paths = new HashMap<>();
  private final Map<String, ByteArrayOutputStream> files = new HashMap<>();
  private long lost;
  private long unknown;
  private long duplicates;

  private StreamOracle(Connection connection) throws Exception {
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
  static StreamOracle check(Broker broker, Duration patience, LogWriter... writers)
      throws Exception {
    Await.until(
        patience,
        () -> holds(read(broker), writers),
        () -> "the stream does not come to hold what was written: " + read(broker).sizes(writers));
    StreamOracle streamOracle = read(broker);
    for (LogWriter writer : writers) {
      ByteComparison.same(
          writer.file().toString(), streamOracle.bytes(writer.file()), writer.written());
    }
    return streamOracle;
  }

  static StreamOracle read(Broker broker) {
    try {
      return broker.ask(StreamOracle::new);
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

  private static boolean holds(StreamOracle streamOracle, LogWriter... writers) {
    for (LogWriter writer : writers) {
      if (streamOracle.bytes(writer.file()).length < writer.written().length - streamOracle.lost) {
        return false;
      }
    }
    return true;
  }

  private void take(Message message) {
    RecordHeader header = RecordCodec.parse(message.getHeaders().getFirst(RecordCodec.HEADER));
    Optional<GenerationStart> opening =
        Optional.ofNullable(message.getHeaders().getFirst(RecordCodec.OPEN_HEADER))
            .flatMap(RecordCodec::parseStart);
    opening.ifPresent(first -> paths.put(header.file(), first.path()));
    OffsetChain offsetChain = offsetChains.computeIfAbsent(header.file(), id -> new OffsetChain());
    JoinResult joinResult = offsetChain.judge(header, opening);
    if (joinResult instanceof JoinResult.Append append) {
      offsetChain.append(header);
      lost += Math.max(0, append.lost());
      unknown += append.lost() < 0 ? 1 : 0;
      files
          .computeIfAbsent(
              String.valueOf(paths.get(header.file())), p -> new ByteArrayOutputStream())
          .writeBytes(tail(source(header, message.getData()), append.skip()));
    } else if (joinResult instanceof JoinResult.Duplicate) {
      duplicates++;
    }
  }

  private static byte[] source(RecordHeader header, byte[] payload) {
    if (header.has(RecordFlags.BUNDLE)) {
      try (BundleUnpacker bundleUnpacker = new BundleUnpacker()) {
        return Arrays.copyOf(bundleUnpacker.unpack(payload, header.length()), header.length());
      }
    }
    byte[] source = Arrays.copyOf(payload, header.length());
    if (!header.has(RecordFlags.PARTIAL)) {
      source[header.length() - 1] = '\n';
    }
    return source;
  }

  private static byte[] tail(byte[] bytes, int skip) {
    return Arrays.copyOfRange(bytes, skip, bytes.length);
  }
}
