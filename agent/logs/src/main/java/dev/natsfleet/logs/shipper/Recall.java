package dev.natsfleet.logs.shipper;

import dev.natsfleet.logs.checkpoint.Memory;
import dev.natsfleet.logs.checkpoint.Memory.RememberedLog;
import dev.natsfleet.logs.checkpoint.Memory.RememberedMark;
import dev.natsfleet.logs.checkpoint.Memory.RememberedUndo;
import dev.natsfleet.logs.publish.Ledger;
import dev.natsfleet.logs.tail.Catalog;
import dev.natsfleet.logs.tail.Log;
import dev.natsfleet.logs.tail.Remembered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings back what a checkpoint remembers. */
final class Recall {

  private Recall() {}

  static Ledger ledger(Memory memory) {
    return new Ledger(memory.epoch(), memory.sequence(), memory.streamSequence());
  }

  static void fill(Memory memory, Catalog catalog, Ledger ledger) {
    for (RememberedLog remembered : memory.logs()) {
      Log log = catalog.restore(remembered.id(), remembered.path());
      for (Remembered generation : remembered.generations()) {
        catalog.restore(log, generation);
      }
    }
    Map<Long, Log> logs = catalog.byId();
    memory.marks().forEach(mark -> ledger.restore(mark(mark, logs)));
  }

  private static Ledger.Mark mark(RememberedMark mark, Map<Long, Log> logs) {
    List<Ledger.Undo> undo = new ArrayList<>();
    mark.undo().forEach(one -> undo(one, logs).ifPresent(undo::add));
    return new Ledger.Mark(mark.sequence(), mark.streamSequence(), undo);
  }

  private static Optional<Ledger.Undo> undo(RememberedUndo undo, Map<Long, Log> logs) {
    return Optional.ofNullable(logs.get(undo.log()))
        .flatMap(log -> log.generation(undo.generation()))
        .map(generation -> new Ledger.Undo(generation, undo.place()));
  }
}
