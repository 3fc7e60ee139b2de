package dev.natsfleet.simulation.registry;

import dev.natsfleet.registry.StepJournal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The operator's journal in the control table. */
final class SimulatedJournal implements StepJournal {

  private final SimulatedTables tables;
  private final SortedMap<String, Entry> entries = new TreeMap<>();

  SimulatedJournal(SimulatedTables tables) {
    this.tables = tables;
  }

  void clear() {
    entries.clear();
  }

  @Override
  public void begin(Entry entry) {
    tables.requireActive();
    entries.putIfAbsent(entry.id(), entry);
  }

  @Override
  public void end(String id) {
    tables.requireActive();
    entries.remove(id);
  }

  @Override
  public List<Entry> open() {
    tables.requireActive();
    return List.copyOf(entries.values());
  }
}
