package dev.natsfleet.logs.shipper;

import dev.natsfleet.logs.publish.Doubt;
import dev.natsfleet.logs.publish.Payload;
import dev.natsfleet.logs.publish.Session;
import dev.natsfleet.logs.settings.ShipperSettings;
import dev.natsfleet.logs.settings.ShipperSettings.Mode;
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
  private long lines;
  private long bytes;

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
    bytes = 0;
    try {
      return sendAll(generation, read, flush);
    } finally { // also what is in flight when the session ends in doubt
      generation.log().counts().sent(lines, bytes);
    }
  }

  private int sendAll(Generation generation, int read, boolean flush)
      throws Doubt, InterruptedException {
    long start = generation.position();
    int sent =
        settings.mode() == Mode.LINE ? lines(generation, start, read) : bundles(generation, read);
    boolean whole = sent == read;
    if (!whole && (flush || (sent == 0 && read == buffer.length))) {
      sent += piece(generation, sent, read - sent);
    }
    if (sent > 0) { // else the anchor stays
      generation.advance(buffer, sent, cut);
    }
    return sent;
  }

  @Override
  public void close() {
    packer.close();
  }

  private int lines(Generation generation, long start, int read)
      throws Doubt, InterruptedException {
    int at = 0;
    int newline = LineScan.next(buffer, 0, read);
    while (newline >= 0) {
      payload.of(buffer, at, newline - at);
      send(generation, start + at, newline + 1 - at, continued());
      lines++;
      at = newline + 1;
      newline = LineScan.next(buffer, at, read);
    }
    return at;
  }

  private int bundles(Generation generation, int read) throws Doubt, InterruptedException {
    int at = 0;
    int next = bundle(generation, at, read);
    while (next > at) {
      at = next;
      next = bundle(generation, at, read);
    }
    return at;
  }

  /** Sends one bundle of whole lines, or of a line that is too long for one; gives its end. */
  private int bundle(Generation generation, int at, int read) throws Doubt, InterruptedException {
    int newline = lastNewline(at, read);
    if (newline >= 0) {
      pack(generation, at, newline + 1 - at, continued());
      lines += LineScan.count(buffer, at, newline + 1);
      return newline + 1;
    }
    return read - at >= bundleLimit() ? at + piece(generation, at, bundleLimit()) : at;
  }

  private int lastNewline(int from, int read) {
    return LineScan.last(buffer, from, Math.min(read, from + bundleLimit()));
  }

  /** Sends a part of a line. */
  private int piece(Generation generation, int at, int length) throws Doubt, InterruptedException {
    int flags = continued() | Flags.PARTIAL;
    if (settings.mode() == Mode.LINE) {
      long start = generation.position() + at;
      payload.of(buffer, at, length);
      send(generation, start, length, flags);
    } else {
      pack(generation, at, length, flags);
    }
    cut = true;
    return length;
  }

  private void pack(Generation generation, int at, int length, int flags)
      throws Doubt, InterruptedException {
    int size = packer.pack(buffer, at, length);
    long start = generation.position() + at;
    payload.of(packer.packed(), 0, size);
    send(generation, start, length, flags | Flags.BUNDLE);
  }

  private void send(Generation generation, long start, int length, int flags)
      throws Doubt, InterruptedException {
    session.send(generation, start, length, flags, payload);
    bytes += length;
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
