package dev.natsfleet.logs.receiver.partition;

import dev.natsfleet.logs.protocol.record.RecordHeader;
import dev.natsfleet.logs.protocol.record.Subjects;
import dev.natsfleet.logs.receiver.settings.GapPolicy;
import dev.natsfleet.logs.receiver.store.PartitionStore;
import dev.natsfleet.logs.receiver.stream.MessageMetadata;
import dev.natsfleet.logs.receiver.stream.ReceivedMessage;
import dev.natsfleet.logs.receiver.stream.StreamPosition;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the records of each log in order: a record that continues its log is written at once, one
 * behind a gap is held back until the gap is filled or was waited for long enough.
 */
final class RecordSequencer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RecordSequencer.class);
  private static final int CHECKS_PER_WAIT = 8;
  private static final int FULL_WAITS = 10;

  private final PartitionStore store;
  private final GapPolicy gapPolicy;
  private final PartitionState state;
  private final CommitTally tally;
  private final RecordWriter writer;
  private final ReorderBuffer buffer = new ReorderBuffer();
  private StreamPosition position;
  private @Nullable StreamPosition rereadFrom;
  private boolean tailLost;
  private long checkedAt = Long.MIN_VALUE / 2;

  RecordSequencer(PartitionStore store, GapPolicy gapPolicy, PartitionState state) {
    this.store = store;
    this.gapPolicy = gapPolicy;
    this.state = state;
    this.tally = new CommitTally(state, store);
    this.writer = new RecordWriter(store, state, tally);
    this.position = store.committed();
  }

  /** Takes the next message of the stream, which is of a host; {@code now} is monotonic. */
  void accept(String host, ReceivedMessage message, long now) throws IOException {
    MessageMetadata metadata = message.metadata();
    long gone = Math.max(0, metadata.sequence() - position.sequence() - 1);
    state.metrics().messageRead(gone);
    if (gone > 0 || tailLost) {
      noteHole(metadata.position());
      tailLost = false;
    }
    RecordHeader header = message.header();
    if (!host.isEmpty() && !Subjects.isHost(host)) {
      refuse(host);
    } else if (header == null) {
      writer.writeLine(host, message);
    } else if (isBehindHeldBeginning(host, message) || !writer.write(host, message)) {
      hold(host, message, now);
    } else if (buffer.hasRecordsOf(header.file())) {
      drain(buffer.queue(header.file()));
    }
    advance(metadata.position());
  }

  /**
   * Nothing waits in the stream. When it had come further than what was read, the rest was gone
   * before it was read, and no message behind it may ever tell.
   *
   * @param end of the stream before that
   */
  void noteEnd(StreamPosition end) {
    if (rereadFrom == null && end.sequence() > position.sequence()) {
      noteHole(end);
    }
  }

  /** The stream has lost its tail or was made anew: messages were gone before the next one. */
  void noteLostTail() {
    tailLost = true;
  }

  private void noteHole(StreamPosition behind) {
    store.noteHole(behind);
    if (store.hasHole()) {
      state.offsets().noteHole();
    }
  }

  /**
   * Gives up gaps that were waited for long enough. Time in which the stream is full does not
   * count, because nobody can fill them then; but it ends, because a stream may be full of what is
   * held back behind the gap.
   *
   * @param streamFull whether the stream refuses messages now; asked now and then during a wait
   */
  void checkGaps(long now, BooleanSupplier streamFull) throws IOException {
    long wait = gapPolicy.timeout().toNanos();
    if (buffer.isEmpty() || now - checkedAt < wait / CHECKS_PER_WAIT) {
      return;
    }
    checkedAt = now;
    boolean full = streamFull.getAsBoolean();
    for (ReorderBuffer.Queue queue : List.copyOf(buffer.queues())) {
      if (full && now - queue.opened <= wait * FULL_WAITS) {
        waitLonger(queue, now);
      } else if (now - queue.since > wait) {
        writer.writeGap(queue.host, queue.records.element());
        drain(queue);
        queue.opened = now; // another gap of the same log has a wait of its own
        queue.since = now;
      }
    }
    advance(position);
  }

  private void waitLonger(ReorderBuffer.Queue queue, long now) {
    if (queue.since == queue.opened) {
      LOG.atWarn()
          .addKeyValue("host", queue.host)
          .addKeyValue("path", state.path(queue.host, queue.log))
          .addKeyValue("log", queue.log)
          .addKeyValue("waits", FULL_WAITS)
          .log(
              "bytes are missing and the stream is full, so that they cannot be sent again; they"
                  + " count as lost after so many times SHIPPER_GAP_WAIT: raise the stream's"
                  + " limit");
    }
    queue.since = now;
  }

  /** Position behind which to go on reading. */
  StreamPosition position() {
    return position;
  }

  /**
   * Whether {@link #position} went back since the last call, to records that there was no room for:
   * the stream must be read again from there.
   */
  boolean pollReread() {
    boolean reread = rereadFrom != null;
    rereadFrom = null;
    return reread;
  }

  /** Bytes that are held back behind gaps. */
  long heldBytes() {
    return buffer.bytes();
  }

  /** What was accepted is durable now. */
  void markCommitted() {
    tally.commit();
  }

  /** Forgets logs that nobody mentions any more. */
  void retain(long now) {
    tally.retain(now);
  }

  @Override
  public void close() {
    writer.close();
  }

  private void advance(StreamPosition to) {
    position = rereadFrom == null ? to : rereadFrom;
    store.advanceTo(buffer.positionBefore(position));
  }

  /** What is held of a log that nothing is known of comes before everything but its beginning. */
  private boolean isBehindHeldBeginning(String host, ReceivedMessage message) {
    return buffer.hasRecordsOf(message.record().file()) && writer.isUnproven(host, message);
  }

  private void refuse(String host) {
    if (state.isFirstIllegalHost()) {
      LOG.atError()
          .addKeyValue("host", host)
          .log("refusing lines of a host with an illegal name; further ones are only counted");
    }
    state.metrics().messageRefused();
  }

  private void hold(String host, ReceivedMessage message, long now) {
    RecordHeader header = message.record();
    ReorderBuffer.Queue queue;
    if (buffer.hasRecordsOf(header.file())) {
      queue = buffer.queue(header.file());
    } else {
      LOG.atWarn()
          .addKeyValue("host", host)
          .addKeyValue("path", state.path(host, header.file()))
          .addKeyValue("log", header.file())
          .addKeyValue("generation", header.generation())
          .addKeyValue("offset", header.start())
          .log("bytes before this record are missing; waiting for them to be sent again");
      queue = buffer.open(host, header.file(), position, now);
    }
    buffer.add(queue, message, position, gapPolicy.bytes());
  }

  /** Writes the records that are held of a log, up to the next gap. */
  private void drain(ReorderBuffer.Queue queue) throws IOException {
    while (buffer.hasRecordsOf(queue.log)) {
      ReceivedMessage first = queue.records.element();
      boolean written =
          first.isPayloadMissing()
              ? !writer.isBehindGap(queue.host, first)
              : writer.write(queue.host, first);
      if (!written) {
        return;
      }
      buffer.removeFirst(queue);
    }
    StreamPosition from = rereadFrom == null ? position : rereadFrom;
    if (queue.overflowFrom != null && queue.overflowFrom.sequence() < from.sequence()) {
      rereadFrom = queue.overflowFrom;
    }
  }
}
