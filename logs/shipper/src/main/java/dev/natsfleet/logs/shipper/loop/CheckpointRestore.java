package dev.natsfleet.logs.shipper.loop;

import dev.natsfleet.logs.shipper.checkpoint.Checkpoint;
import dev.natsfleet.logs.shipper.checkpoint.Checkpoint.LogCheckpoint;
import dev.natsfleet.logs.shipper.checkpoint.Checkpoint.MarkCheckpoint;
import dev.natsfleet.logs.shipper.checkpoint.Checkpoint.PositionCheckpoint;
import dev.natsfleet.logs.shipper.publish.Ledger;
import dev.natsfleet.logs.shipper.read.Catalog;
import dev.natsfleet.logs.shipper.read.GenerationCheckpoint;
import dev.natsfleet.logs.shipper.read.TrackedLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Restores ledger and catalog from a checkpoint. */
final class CheckpointRestore {

  private CheckpointRestore() {}

  static Ledger ledger(Checkpoint checkpoint) {
    return new Ledger(checkpoint.epoch(), checkpoint.sequence(), checkpoint.streamSequence());
  }

  static void restore(Checkpoint checkpoint, Catalog catalog, Ledger ledger) {
    for (LogCheckpoint log : checkpoint.logs()) {
      TrackedLog restored = catalog.restore(log.id(), log.path());
      for (GenerationCheckpoint generation : log.generations()) {
        catalog.restore(restored, generation);
      }
    }
    Map<Long, TrackedLog> logs = catalog.byId();
    checkpoint.marks().forEach(mark -> ledger.restore(mark(mark, logs)));
  }

  private static Ledger.Mark mark(MarkCheckpoint mark, Map<Long, TrackedLog> logs) {
    List<Ledger.MarkedPosition> positions = new ArrayList<>();
    mark.positions().forEach(one -> position(one, logs).ifPresent(positions::add));
    return new Ledger.Mark(mark.sequence(), mark.streamSequence(), positions);
  }

  private static Optional<Ledger.MarkedPosition> position(
      PositionCheckpoint checkpoint, Map<Long, TrackedLog> logs) {
    return Optional.ofNullable(logs.get(checkpoint.log()))
        .flatMap(log -> log.generation(checkpoint.generation()))
        .map(generation -> new Ledger.MarkedPosition(generation, checkpoint.position()));
  }
}
