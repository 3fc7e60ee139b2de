package dev.natsfleet.logs.receiver.partition;

import dev.natsfleet.logs.protocol.record.BundleUnpacker;
import dev.natsfleet.logs.protocol.record.GenerationStart;
import dev.natsfleet.logs.protocol.record.JoinResult;
import dev.natsfleet.logs.protocol.record.NewlineScanner;
import dev.natsfleet.logs.protocol.record.RecordFlags;
import dev.natsfleet.logs.protocol.record.RecordHeader;
import dev.natsfleet.logs.receiver.metrics.LogMetrics;
import dev.natsfleet.logs.receiver.store.Chunk;
import dev.natsfleet.logs.receiver.store.LogState;
import dev.natsfleet.logs.receiver.store.OutputFileState;
import dev.natsfleet.logs.receiver.store.PartitionStore;
import dev.natsfleet.logs.receiver.stream.MessageMetadata;
import dev.natsfleet.logs.receiver.stream.ReceivedMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends records that continue their log to the partition's store, without what was written
 * before, and counts them.
 */
final class RecordWriter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RecordWriter.class);
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private static final String UNKNOWN = "an unknown number of";

  private final PartitionStore store;
  private final PartitionState state;
  private final CommitTally tally;
  private final BundleUnpacker unpacker = new BundleUnpacker();

  RecordWriter(PartitionStore store, PartitionState state, CommitTally tally) {
    this.store = store;
    this.state = state;
    this.tally = tally;
  }

  /** Appends a line of another shipper, which is known only by its position in the stream. */
  void writeLine(String host, ReceivedMessage message) throws IOException {
    OutputFileState file = store.host(host);
    LogState log = file.log(OutputFileState.NO_LOG);
    MessageMetadata metadata = message.metadata();
    if (file.isWritten(metadata.sequence(), metadata.time())) {
      tally.log(host, log).uncommittedFaults().addDuplicate();
      return;
    }
    byte[] line = message.payload();
    append(host, log, new Chunk(line, 0, line.length, true, false), metadata);
    file.foreignPosition(metadata.position());
  }

  /** Appends a record unless something before it is missing; gives false in that case. */
  boolean write(String host, ReceivedMessage message) throws IOException {
    LogState log = store.host(host).log(message.record().file());
    if (store.hasRecentHole() && isUnproven(host, message)) {
      return false;
    }
    return switch (log.chain().judge(message.record(), message.start())) {
      case JoinResult.Append append -> {
        write(host, log, message, append);
        yield true;
      }
      case JoinResult.Duplicate ignored -> {
        tally.log(host, log).uncommittedFaults().addDuplicate();
        yield true;
      }
      case JoinResult.Gap ignored -> false;
    };
  }

  /** Whether nothing is known of a log, and the record does not prove that the log begins here. */
  boolean isUnproven(String host, ReceivedMessage message) {
    LogState log = store.host(host).log(message.record().file());
    return log.chain().isEmpty() && !isBeginning(message);
  }

  private static boolean isBeginning(ReceivedMessage message) {
    RecordHeader header = message.record();
    return (header.generation() == 1 && header.start() == 0)
        || message.start().filter(past -> past.previous() == 0).isPresent();
  }

  /** Whether something before a record is missing. */
  boolean isBehindGap(String host, ReceivedMessage message) {
    LogState log = store.host(host).log(message.record().file());
    if (store.hasRecentHole() && isUnproven(host, message)) {
      return true;
    }
    return log.chain().judge(message.record(), message.start()) instanceof JoinResult.Gap;
  }

  /** Writes into the output file that the bytes before a record are missing, and skips them. */
  void writeGap(String host, ReceivedMessage first) throws IOException {
    RecordHeader header = first.record();
    LogState log = store.host(host).log(header.file());
    long missing = missingBytes(log, first);
    boolean exact = isExact(log, first);
    reportLoss(host, log, header, missing);
    tally.log(host, log).uncommittedFaults().addGivenUp(missing);
    if (!exact) {
      tally.log(host, log).uncommittedFaults().addUnbounded();
    }
    writeMarker(host, log, (exact ? "" : "at least ") + missing, first);
    first.start().filter(past -> past.previous() > 0).ifPresent(past -> endPrevious(log, past));
    log.chain().restore(header.generation(), header.start());
  }

  private void writeMarker(String host, LogState log, String missing, ReceivedMessage next)
      throws IOException {
    String text =
        "%snatsfleet-receiver: %s bytes of log %d, generation %d, %s missing here"
            .formatted(
                store.host(host).isWithinLine(log) ? "\n" : "",
                missing,
                log.id(),
                next.record().generation(),
                missing.equals(UNKNOWN) ? "may be" : "are");
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    appendUncounted(host, log, new Chunk(bytes, 0, bytes.length, true, false), next.metadata());
  }

  @Override
  public void close() {
    unpacker.close();
  }

  private void write(String host, LogState log, ReceivedMessage message, JoinResult.Append append)
      throws IOException {
    RecordHeader header = message.record();
    Chunk chunk = chunk(host, message, append.skip());
    if (chunk == null) {
      return; // its bytes are missing from here on, as if it had not come
    }
    if (append.lost() != 0) {
      reportLoss(host, log, header, append.lost());
      String missing = append.lost() < 0 ? UNKNOWN : Long.toString(append.lost());
      writeMarker(host, log, missing, message);
    }
    LogMetrics metrics = append(host, log, chunk, message.metadata());
    metrics.appended(header.generation(), append.skip());
    message.start().ifPresent(start -> metrics.path(start.path()));
    log.chain().append(header);
  }

  /** What a record holds from its byte {@code skip} on; null when that cannot be unpacked. */
  private @Nullable Chunk chunk(String host, ReceivedMessage message, int skip) {
    RecordHeader header = message.record();
    boolean open = header.has(RecordFlags.PARTIAL);
    if (!header.has(RecordFlags.BUNDLE)) {
      byte[] bytes = message.payload();
      return new Chunk(bytes, skip, Math.max(0, bytes.length - skip), !open, open);
    }
    try {
      byte[] bytes = unpacker.unpack(message.payload(), header.length());
      return new Chunk(bytes, skip, Math.max(0, header.length() - skip), false, open);
    } catch (IllegalArgumentException e) {
      refuse(host, message.metadata(), e);
      return null;
    }
  }

  private void refuse(String host, MessageMetadata metadata, IllegalArgumentException why) {
    if (tally.host(host).isFirstMalformed()) {
      LOG.atError()
          .addKeyValue("host", host)
          .addKeyValue("sequence", metadata.sequence())
          .addKeyValue("why", why.getMessage())
          .log("refusing a malformed bundle; further ones of this host are only counted");
    }
    state.metrics().messageRefused();
  }

  private LogMetrics append(String host, LogState log, Chunk chunk, MessageMetadata metadata)
      throws IOException {
    appendUncounted(host, log, chunk, metadata);
    LogMetrics metrics = tally.log(host, log);
    metrics.addReceived(lines(chunk), chunk.length() + (chunk.newline() ? 1 : 0));
    return metrics;
  }

  private void appendUncounted(String host, LogState log, Chunk chunk, MessageMetadata metadata)
      throws IOException {
    store.append(store.host(host), log, chunk);
    log.lastSeen(metadata.time() / NANOS_PER_SECOND);
    tally.host(host).written(metadata);
  }

  private static int lines(Chunk chunk) {
    return chunk.newline()
        ? 1
        : NewlineScanner.count(chunk.bytes(), chunk.from(), chunk.from() + chunk.length());
  }

  /** What comes late of a generation that was given up has no place behind its successor. */
  private static void endPrevious(LogState log, GenerationStart past) {
    log.chain().restore(past.previous(), past.end());
  }

  /** Whether nothing of an earlier generation than the one that is counted can be missing. */
  private static boolean isExact(LogState log, ReceivedMessage first) {
    return generationBefore(first) == Math.max(1, log.chain().newest());
  }

  private static long generationBefore(ReceivedMessage first) {
    return first
        .start()
        .map(GenerationStart::previous)
        .orElseGet(() -> first.record().generation());
  }

  private static long missingBytes(LogState log, ReceivedMessage first) {
    RecordHeader header = first.record();
    long generation = generationBefore(first);
    long end = first.start().map(GenerationStart::end).orElse(header.start());
    return end - log.chain().ends().getOrDefault(generation, 0L);
  }

  private void reportLoss(String host, LogState log, RecordHeader header, long bytes) {
    tally.log(host, log).uncommittedFaults().addLost(bytes);
    LOG.atError()
        .addKeyValue("host", host)
        .addKeyValue("path", state.path(host, header.file()))
        .addKeyValue("log", header.file())
        .addKeyValue("generation", header.generation())
        .addKeyValue("bytes", bytes)
        .log("bytes of a log are lost");
  }
}
