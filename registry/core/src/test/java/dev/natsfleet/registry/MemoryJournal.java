package dev.natsfleet.registry;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The operator's journal in memory. Thread safe. */
final class MemoryJournal implements Journal {

  private final Faults faults;
  private final Map<String, Entry> open = new TreeMap<>();

  MemoryJournal(Faults faults) {
    this.faults = faults;
  }

  @Override
  public synchronized void begin(Entry entry) {
    faults.enter("begin " + entry.id());
    open.putIfAbsent(entry.id(), entry);
  }

  @Override
  public synchronized void end(String id) {
    faults.enter("end " + id);
    open.remove(id);
  }

  @Override
  public synchronized List<Entry> open() {
    faults.enter("open");
    return List.copyOf(open.values());
  }

  synchronized void clear() {
    open.clear();
  }
}
