package dev.natsfleet.logs.shipper.loop;

import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.shipper.checkpoint.CheckpointFile;
import dev.natsfleet.logs.shipper.loop.ShipperStatus.CheckpointStatus;
import dev.natsfleet.logs.shipper.publish.Ledger;
import dev.natsfleet.logs.shipper.read.Catalog;
import dev.natsfleet.logs.shipper.read.ReadGeneration;
import dev.natsfleet.logs.shipper.read.TrackedLog;
import java.io.IOException;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Writes checkpoints: soon when a generation has to be recorded before it is sent, else twice a
 * second.
 */
final class CheckpointScheduler {

  private static final long INTERVAL = 500_000_000L;
  private static final long MARK_INTERVAL = 2_000_000_000L;
  private static final double MILLIS = 1e3;
  private static final double NANOS = 1e9;
  private static final long COST_FACTOR = 100;
  private static final long NEEDED_COST_FACTOR = 20;

  private final CheckpointFile file;
  private final Catalog catalog;
  private final Ledger ledger;
  private final LongSupplier lastId;
  private final ProgramClock clock;
  private long writtenSequence = -1;
  private long writtenAt;
  private long markedAt;
  private long cost;
  private long written;
  private long writtenMillis;

  CheckpointScheduler(
      CheckpointFile file,
      Catalog catalog,
      Ledger ledger,
      LongSupplier lastId,
      ProgramClock clock) {
    this.file = file;
    this.catalog = catalog;
    this.ledger = ledger;
    this.lastId = lastId;
    this.clock = clock;
  }

  /** Writes a checkpoint if one is due. */
  void writeDue(long now) throws IOException {
    if (now - markedAt >= MARK_INTERVAL) {
      ledger.mark();
      markedAt = now;
    }
    boolean needed = isNeeded();
    long wait = needed ? cost * NEEDED_COST_FACTOR : Math.max(INTERVAL, cost * COST_FACTOR);
    boolean changed = needed || ledger.sequence() != writtenSequence;
    if (changed && now - writtenAt >= wait) {
      write();
    }
  }

  /** Writes a checkpoint now. */
  void write() throws IOException {
    long began = clock.nanos();
    file.write(lastId.getAsLong(), ledger, catalog.logs());
    writtenSequence = ledger.sequence();
    writtenAt = clock.nanos();
    cost = writtenAt - began;
    written++;
    writtenMillis = clock.wall().millis();
  }

  /** The last checkpoint, for the status. */
  CheckpointStatus status() {
    return new CheckpointStatus(written, writtenMillis / MILLIS, cost / NANOS);
  }

  private boolean isNeeded() {
    for (TrackedLog log : catalog.active()) {
      if (log.current().filter(generation -> !generation.isRecorded()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Activates every log with unread bytes, because the last session may have left some. */
  void activateUnread() {
    for (TrackedLog log : catalog.logs()) {
      Optional<? extends ReadGeneration> current = log.current();
      if (current.isPresent() && current.get().reads().position() < current.get().reads().size()) {
        catalog.active().add(log);
      }
    }
  }

  /** Moves every generation back to what is stored. */
  void rewindUnstored() {
    catalog.logs().forEach(TrackedLog::rewindUnstored);
  }
}
