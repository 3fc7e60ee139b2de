package dev.natsfleet.logs.shipper;

import dev.natsfleet.logs.checkpoint.CheckpointFile;
import dev.natsfleet.logs.publish.Ledger;
import dev.natsfleet.logs.shipper.Status.CheckpointStatus;
import dev.natsfleet.logs.tail.Catalog;
import dev.natsfleet.logs.tail.Generation;
import dev.natsfleet.logs.tail.Log;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Writes checkpoints: soon when a generation waits to be recorded, else twice a second. */
final class Journal {

  private static final long EVERY = 500_000_000L;
  private static final long MARK_EVERY = 2_000_000_000L;
  private static final double MILLIS = 1e3;
  private static final double NANOS = 1e9;
  private static final long SHARE_AT_REST = 100;
  private static final long SHARE_IN_NEED = 20;

  private final CheckpointFile file;
  private final Catalog catalog;
  private final Ledger ledger;
  private final LongSupplier lastId;
  private final InstantSource clock = InstantSource.system();
  private long writtenSequence = -1;
  private long writtenAt;
  private long markedAt;
  private long cost;
  private long written;
  private long writtenMillis;

  Journal(CheckpointFile file, Catalog catalog, Ledger ledger, LongSupplier lastId) {
    this.file = file;
    this.catalog = catalog;
    this.ledger = ledger;
    this.lastId = lastId;
  }

  /** Writes when it is time to. */
  void tick(long now) throws IOException {
    if (now - markedAt >= MARK_EVERY) {
      ledger.mark();
      markedAt = now;
    }
    boolean needed = isNeeded();
    long wait = needed ? cost * SHARE_IN_NEED : Math.max(EVERY, cost * SHARE_AT_REST);
    boolean changed = needed || ledger.sequence() != writtenSequence;
    if (changed && now - writtenAt >= wait) {
      write();
    }
  }

  /** Writes now. */
  void write() throws IOException {
    long began = System.nanoTime();
    file.write(lastId.getAsLong(), ledger, catalog.logs());
    writtenSequence = ledger.sequence();
    writtenAt = System.nanoTime();
    cost = writtenAt - began;
    written++;
    writtenMillis = clock.millis();
  }

  /** The last one, for people. */
  CheckpointStatus status() {
    return new CheckpointStatus(written, writtenMillis / MILLIS, cost / NANOS);
  }

  private boolean isNeeded() {
    for (Log log : catalog.active()) {
      if (log.current().filter(generation -> !generation.isRecorded()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Takes up what was read and is not stored, also of files at which nobody looks any more. */
  void resume() {
    for (Log log : catalog.logs()) {
      Optional<Generation> current = log.current();
      if (current.isPresent() && current.get().position() < current.get().size()) {
        catalog.active().add(log);
      }
    }
  }

  /** Puts everything back to what is stored. */
  void rewind() {
    for (Log log : catalog.logs()) {
      for (Generation generation : log.generations()) {
        if (generation.position() != generation.stored().offset()) {
          generation.rewind(generation.stored());
        }
      }
    }
  }
}
