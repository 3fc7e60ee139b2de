package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.store.HostBook;
import dev.natsfleet.logs.store.LogBook;
import dev.natsfleet.logs.store.PartitionStore;
import dev.natsfleet.logs.store.Piece;
import dev.natsfleet.logs.store.Position;
import dev.natsfleet.logs.stream.Delivery;
import dev.natsfleet.logs.wire.LineScan;
import dev.natsfleet.logs.wire.Opening;
import dev.natsfleet.logs.wire.Partition;
import dev.natsfleet.logs.wire.RecordHeader;
import dev.natsfleet.logs.wire.Unpacker;
import dev.natsfleet.logs.wire.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges what arrives and gives to the store what continues its log. */
final class Intake implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final long SECOND = 1_000_000_000L;
  private static final int LOOKS = 8;

  private final PartitionStore store;
  private final Patience patience;
  private final Counts counts;
  private final Tally tally;
  private final Held held = new Held();
  private final Unpacker unpacker = new Unpacker();
  private Position reached;
  private @Nullable Position again;
  private long lookedAt = Long.MIN_VALUE / 2;

  Intake(PartitionStore store, Patience patience, Counts counts) {
    this.store = store;
    this.patience = patience;
    this.counts = counts;
    this.tally = new Tally(counts, store);
    this.reached = store.committed();
  }

  /** Takes one message of a host; {@code now} is monotonic. */
  void take(String host, Arrival arrival, long now) throws IOException {
    counts.messages.increment();
    counts.skipped.add(Math.max(0, arrival.place().sequence() - reached.sequence() - 1));
    RecordHeader header = arrival.header();
    if (!host.isEmpty() && !Partition.isHost(host)) {
      refuse(host);
    } else if (header == null) {
      line(host, arrival);
    } else if (!join(host, header, arrival)) {
      hold(host, header, arrival, now);
    } else if (held.holds(header.file())) {
      drain(held.queue(header.file()));
    }
    reached(arrival.place());
  }

  /**
   * Gives up on gaps that were waited for long enough. Time in which nobody can fill them does not
   * count.
   *
   * @param blocked whether the stream refuses messages now; asked now and then during a wait
   */
  void tick(long now, BooleanSupplier blocked) throws IOException {
    long wait = patience.time().toNanos();
    if (held.isEmpty() || now - lookedAt < wait / LOOKS) {
      return;
    }
    lookedAt = now;
    boolean inVain = blocked.getAsBoolean();
    for (Held.Queue queue : List.copyOf(held.queues())) {
      if (inVain) {
        queue.since = now;
      } else if (now - queue.since > wait) {
        giveUp(queue);
      }
    }
    reached(reached);
  }

  /** Where to go on after this. */
  Position reached() {
    return reached;
  }

  /** Whether {@link #reached} went back, to records that there was no room for; says so once. */
  boolean isBack() {
    boolean back = again != null;
    again = null;
    return back;
  }

  /** Bytes that wait for something that is missing. */
  long heldBytes() {
    return held.bytes();
  }

  /** What was taken is durable now. */
  void committed() {
    tally.committed();
  }

  /** Lets go of the numbers of logs that nobody speaks of any more. */
  void retain(long now) {
    tally.retain(now);
  }

  @Override
  public void close() {
    unpacker.close();
  }

  private void reached(Delivery place) {
    reached(new Position(place.sequence(), place.time()));
  }

  private void reached(Position now) {
    reached = again == null ? now : again;
    store.reached(held.before(reached));
  }

  private void refuse(String host) {
    if (counts.refused.sum() == 0) {
      LOG.atError().addKeyValue("host", host).log("refusing lines of a host with an illegal name");
    }
    counts.refused.increment();
  }

  private void refuse(String host, Delivery place, IllegalArgumentException why) {
    HostCounts of = tally.host(host);
    if (!of.refused) {
      LOG.atError()
          .addKeyValue("host", host)
          .addKeyValue("sequence", place.sequence())
          .addKeyValue("why", why.getMessage())
          .log("refusing a malformed bundle, and those that follow from this host");
    }
    of.refused = true;
    counts.refused.increment();
  }

  /** A line of another shipper: known only by its place in the stream. */
  private void line(String host, Arrival arrival) throws IOException {
    HostBook book = store.host(host);
    Delivery place = arrival.place();
    if (book.isThere(place.sequence(), place.time())) {
      tally.flow(host, book.log(HostBook.NO_LOG)).faults().duplicate();
      return;
    }
    append(host, book.log(HostBook.NO_LOG), arrival.line(), place);
    book.foreign(new Position(place.sequence(), place.time()));
  }

  /** Whether the record is dealt with; false when something before it is missing. */
  private boolean join(String host, RecordHeader header, Arrival arrival) throws IOException {
    LogBook log = store.host(host).log(header.file());
    return switch (log.chain().judge(header, arrival.opening())) {
      case Verdict.Append append -> {
        join(host, log, arrival, append);
        yield true;
      }
      case Verdict.Duplicate ignored -> {
        tally.flow(host, log).faults().duplicate();
        yield true;
      }
      case Verdict.Gap ignored -> false;
    };
  }

  private void join(String host, LogBook log, Arrival arrival, Verdict.Append append)
      throws IOException {
    RecordHeader header = arrival.record();
    Piece piece = piece(host, arrival, append.skip());
    if (piece == null) {
      return; // its bytes are missing from here on, as if it had not come
    }
    if (append.lost() != 0) {
      lost(host, log, header, append.lost());
    }
    append(host, log, piece, arrival.place());
    tally.joined(header.generation(), append.skip());
    if (arrival.opening().isPresent()) {
      tally.named(arrival.opening().get().path());
    }
    log.chain().append(header);
  }

  /** What a record holds from its byte {@code skip} on; null when that cannot be unpacked. */
  private @Nullable Piece piece(String host, Arrival arrival, int skip) {
    try {
      return arrival.piece(arrival.record(), skip, unpacker);
    } catch (IllegalArgumentException e) {
      refuse(host, arrival.place(), e);
      return null;
    }
  }

  private void append(String host, LogBook log, Piece piece, Delivery place) throws IOException {
    write(host, log, piece, place);
    tally.received(host, log, lines(piece), piece.length() + (piece.newline() ? 1 : 0));
  }

  private void write(String host, LogBook log, Piece piece, Delivery place) throws IOException {
    store.append(store.host(host), log, piece);
    log.seen(place.time() / SECOND);
    tally.stored(host, place);
  }

  private static int lines(Piece piece) {
    return piece.newline()
        ? 1
        : LineScan.count(piece.bytes(), piece.from(), piece.from() + piece.length());
  }

  private void hold(String host, RecordHeader header, Arrival arrival, long now) {
    if (!held.holds(header.file())) {
      LOG.atWarn()
          .addKeyValue("host", host)
          .addKeyValue("log", header.file())
          .addKeyValue("generation", header.generation())
          .addKeyValue("offset", header.start())
          .log("bytes before this record are missing; waiting for them to be sent again");
    }
    Held.Queue queue =
        held.holds(header.file())
            ? held.queue(header.file())
            : held.begin(host, header.file(), reached, now);
    held.add(queue, arrival, reached, patience.bytes());
  }

  /** Writes what is held of a log, as far as it goes on. */
  private void drain(Held.Queue queue) throws IOException {
    while (held.holds(queue.log)) {
      Arrival first = queue.arrivals.element();
      boolean goesOn =
          first.isHollow() ? !isMissing(queue, first) : join(queue.host, first.record(), first);
      if (!goesOn) {
        return;
      }
      held.removeFirst(queue);
    }
    Position before = again == null ? reached : again;
    if (queue.left != null && queue.left.sequence() < before.sequence()) {
      again = queue.left;
    }
  }

  private boolean isMissing(Held.Queue queue, Arrival first) {
    LogBook log = store.host(queue.host).log(queue.log);
    return log.chain().judge(first.record(), first.opening()) instanceof Verdict.Gap;
  }

  /** Says in the output itself that bytes are missing there, and goes on behind them. */
  private void giveUp(Held.Queue queue) throws IOException {
    Arrival first = queue.arrivals.element();
    RecordHeader header = first.record();
    HostBook host = store.host(queue.host);
    LogBook log = host.log(queue.log);
    long missing = missing(log, first);
    lost(queue.host, log, header, missing);
    tally.flow(queue.host, log).faults().givenUp(missing);
    String text =
        "%snatsfleet-receiver: %d bytes of log %d, generation %d, are missing here"
            .formatted(host.isWithinLine(log) ? "\n" : "", missing, log.id(), header.generation());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(queue.host, log, new Piece(bytes, 0, bytes.length, true, false), first.place());
    first.opening().filter(past -> past.previous() > 0).ifPresent(past -> endOf(log, past));
    log.chain().restore(header.generation(), header.start());
    drain(queue);
  }

  /** What comes late of a generation that was given up has no place behind its successor. */
  private static void endOf(LogBook log, Opening past) {
    log.chain().restore(past.previous(), past.end());
  }

  private static long missing(LogBook log, Arrival first) {
    RecordHeader header = first.record();
    long generation = first.opening().map(Opening::previous).orElse(header.generation());
    long end = first.opening().map(Opening::end).orElse(header.start());
    return end - log.chain().ends().getOrDefault(generation, 0L);
  }

  private void lost(String host, LogBook log, RecordHeader header, long missing) {
    tally.flow(host, log).faults().lost(missing);
    LOG.atError()
        .addKeyValue("host", host)
        .addKeyValue("log", header.file())
        .addKeyValue("generation", header.generation())
        .addKeyValue("bytes", missing)
        .log("bytes of a log are lost");
  }
}
