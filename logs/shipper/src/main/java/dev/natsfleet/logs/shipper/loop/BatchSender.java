package dev.natsfleet.logs.shipper.loop;

import dev.natsfleet.logs.protocol.record.BundlePacker;
import dev.natsfleet.logs.protocol.record.NewlineScanner;
import dev.natsfleet.logs.protocol.record.RecordFlags;
import dev.natsfleet.logs.shipper.publish.Payload;
import dev.natsfleet.logs.shipper.publish.PublishUncertainException;
import dev.natsfleet.logs.shipper.publish.RecordSink;
import dev.natsfleet.logs.shipper.read.ReadGeneration;
import dev.natsfleet.logs.shipper.read.TrackedLog;
import dev.natsfleet.logs.shipper.settings.ShipperSettings;
import dev.natsfleet.logs.shipper.settings.ShipperSettings.Mode;

/** Sends one read of a generation as lines or as bundles, whole lines as far as they end. */
final class BatchSender implements AutoCloseable {

  private static final int BUNDLE_OVERHEAD = 1024;

  private final RecordSink sink;
  private final ShipperSettings settings;
  private final BundlePacker packer = new BundlePacker();
  private final Payload payload = new Payload();
  private final byte[] buffer;

  BatchSender(RecordSink sink, ShipperSettings settings, byte[] buffer) {
    this.sink = sink;
    this.settings = settings;
    this.buffer = buffer;
  }

  /**
   * Sends what was read into the buffer.
   *
   * @param flush whether a line without an end is sent, too
   * @return bytes that were sent
   */
  int send(TrackedLog log, ReadGeneration generation, int read, boolean flush)
      throws PublishUncertainException, InterruptedException {
    return new Batch(log, generation, read).send(flush);
  }

  @Override
  public void close() {
    packer.close();
  }

  /** One read. */
  private final class Batch {

    private final TrackedLog log;
    private final ReadGeneration generation;
    private final long start;
    private final int read;
    private boolean cut;
    private int done;
    private long lines;

    Batch(TrackedLog log, ReadGeneration generation, int read) {
      this.log = log;
      this.generation = generation;
      this.start = generation.reads().position();
      this.read = read;
      this.cut = generation.reads().isCut();
    }

    int send(boolean flush) throws PublishUncertainException, InterruptedException {
      try {
        if (settings.mode() == Mode.LINE) {
          sendLines();
        } else {
          sendBundles();
        }
        if (done < read && (flush || (done == 0 && read == buffer.length))) {
          sendPart(done, read - done);
        }
        if (done > 0) { // else the anchor stays
          generation.advance(buffer, done, cut);
        }
      } finally {
        countSent();
      }
      return done;
    }

    /** Counts also when the session ends in between: what was sent by then is sent again. */
    private void countSent() {
      if (done > 0) {
        int again = (int) log.counters().sent(generation.number(), start, done);
        long linesAgain = again == done ? lines : NewlineScanner.count(buffer, 0, again);
        log.counters().lines(lines - linesAgain, linesAgain);
      }
    }

    private void sendLines() throws PublishUncertainException, InterruptedException {
      int at = 0;
      int newline = NewlineScanner.next(buffer, 0, read);
      while (newline >= 0) {
        payload.of(buffer, at, newline - at).lines(1);
        publish(at, newline + 1 - at, takeContinued());
        lines++;
        at = newline + 1;
        newline = NewlineScanner.next(buffer, at, read);
      }
    }

    private void sendBundles() throws PublishUncertainException, InterruptedException {
      int at = -1;
      while (done > at) {
        at = done;
        sendBundle(at);
      }
    }

    /** Sends one bundle of whole lines, or of a part of a line that is too long for one. */
    private void sendBundle(int at) throws PublishUncertainException, InterruptedException {
      int limit = Math.min(BundlePacker.MAX_BYTES, sink.maxPayload() - BUNDLE_OVERHEAD);
      int newline = NewlineScanner.last(buffer, at, Math.min(read, at + limit));
      if (newline >= 0) {
        int count = NewlineScanner.count(buffer, at, newline + 1);
        pack(at, newline + 1 - at, count);
        publish(at, newline + 1 - at, takeContinued() | RecordFlags.BUNDLE);
        lines += count;
      } else if (read - at >= limit) {
        sendPart(at, limit);
      }
    }

    /** Sends a part of a line. */
    private void sendPart(int at, int length)
        throws PublishUncertainException, InterruptedException {
      int flags = takeContinued() | RecordFlags.PARTIAL;
      if (settings.mode() == Mode.LINE) {
        payload.of(buffer, at, length);
      } else {
        flags |= RecordFlags.BUNDLE;
        pack(at, length, 0);
      }
      publish(at, length, flags);
      cut = true;
    }

    private void pack(int at, int length, int lineEnds) {
      int size = packer.pack(buffer, at, length);
      payload.of(packer.packed(), 0, size).lines(lineEnds);
    }

    private void publish(int at, int length, int flags)
        throws PublishUncertainException, InterruptedException {
      long offset = start + at;
      payload.start(offset == 0 ? log.start(generation) : null);
      sink.send(generation, offset, length, flags, payload);
      done = at + length;
    }

    /** The flag of a record that continues a line; the next record does not continue it. */
    private int takeContinued() {
      int flags = cut ? RecordFlags.CONTINUED : 0;
      cut = false;
      return flags;
    }
  }
}
