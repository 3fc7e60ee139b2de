package dev.natsfleet.logs.shipper;

import dev.natsfleet.logs.publish.Doubt;
import dev.natsfleet.logs.publish.Payload;
import dev.natsfleet.logs.publish.Session;
import dev.natsfleet.logs.settings.ShipperSettings;
import dev.natsfleet.logs.settings.ShipperSettings.Mode;
import dev.natsfleet.logs.tail.Counts;
import dev.natsfleet.logs.tail.Generation;
import dev.natsfleet.logs.wire.Flags;
import dev.natsfleet.logs.wire.LineScan;
import dev.natsfleet.logs.wire.Packer;

/** One read of a generation, sent as lines or as bundles. Whole lines, as long as they end. */
final class Turn implements AutoCloseable {

  private final Session session;
  private final ShipperSettings settings;
  private final Packer packer = new Packer();
  private final Payload payload = new Payload();
  private final byte[] buffer;
  private boolean cut;
  private int done;
  private long lines;

  Turn(Session session, ShipperSettings settings, byte[] buffer) {
    this.session = session;
    this.settings = settings;
    this.buffer = buffer;
  }

  /**
   * Sends what was read into the buffer.
   *
   * @param flush whether a line without an end is sent, too
   * @return bytes that were sent
   */
  int send(Generation generation, int read, boolean flush) throws Doubt, InterruptedException {
    cut = generation.isCut();
    lines = 0;
    done = 0;
    long start = generation.position();
    try {
      send(generation, read);
      if (done < read && (flush || (done == 0 && read == buffer.length))) {
        piece(generation, done, read - done);
      }
      if (done > 0) { // else the anchor stays
        generation.advance(buffer, done, cut);
      }
    } finally {
      count(generation, start);
    }
    return done;
  }

  @Override
  public void close() {
    packer.close();
  }

  private void send(Generation generation, int read) throws Doubt, InterruptedException {
    if (settings.mode() == Mode.LINE) {
      lines(generation, generation.position(), read);
    } else {
      bundles(generation, read);
    }
  }

  /** Also when a doubt came in between: what was sent by then is sent again. */
  private void count(Generation generation, long start) {
    if (done > 0) {
      Counts counts = generation.log().counts();
      int again = (int) counts.resent(generation.number(), start, done);
      long linesAgain = again == done ? lines : LineScan.count(buffer, 0, again);
      counts.lines(lines - linesAgain, linesAgain);
    }
  }

  private void lines(Generation generation, long start, int read)
      throws Doubt, InterruptedException {
    int at = 0;
    int newline = LineScan.next(buffer, 0, read);
    while (newline >= 0) {
      payload.of(buffer, at, newline - at).lines(1);
      session.send(generation, start + at, newline + 1 - at, continued(), payload);
      lines++;
      at = newline + 1;
      done = at;
      newline = LineScan.next(buffer, at, read);
    }
  }

  private void bundles(Generation generation, int read) throws Doubt, InterruptedException {
    int at = -1;
    while (done > at) {
      at = done;
      bundle(generation, at, read);
    }
  }

  /** Sends one bundle of whole lines, or of a line that is too long for one. */
  private void bundle(Generation generation, int at, int read) throws Doubt, InterruptedException {
    int newline = lastNewline(at, read);
    if (newline >= 0) {
      int count = LineScan.count(buffer, at, newline + 1);
      pack(generation, at, newline + 1 - at, continued(), count);
      lines += count;
    } else if (read - at >= bundleLimit()) {
      piece(generation, at, bundleLimit());
    }
  }

  private int lastNewline(int from, int read) {
    return LineScan.last(buffer, from, Math.min(read, from + bundleLimit()));
  }

  /** Sends a part of a line. */
  private void piece(Generation generation, int at, int length) throws Doubt, InterruptedException {
    int flags = continued() | Flags.PARTIAL;
    if (settings.mode() == Mode.LINE) {
      long start = generation.position() + at;
      session.send(generation, start, length, flags, payload.of(buffer, at, length));
      done = at + length;
    } else {
      pack(generation, at, length, flags, 0);
    }
    cut = true;
  }

  private void pack(Generation generation, int at, int length, int flags, int lineEnds)
      throws Doubt, InterruptedException {
    int size = packer.pack(buffer, at, length);
    payload.of(packer.packed(), 0, size).lines(lineEnds);
    long start = generation.position() + at;
    session.send(generation, start, length, flags | Flags.BUNDLE, payload);
    done = at + length;
  }

  private int bundleLimit() {
    return Math.min(Packer.MAX_BYTES, session.maxPayload() - 1024);
  }

  private int continued() {
    int flags = cut ? Flags.CONTINUED : 0;
    cut = false;
    return flags;
  }
}
