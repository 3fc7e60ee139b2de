package dev.natsfleet.registry;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The operator's journal in memory. Thread safe. */
final class InMemoryStepJournal implements StepJournal {

  private final FaultInjector faults;
  private final Map<String, Entry> open = new TreeMap<>();

  InMemoryStepJournal(FaultInjector faults) {
    this.faults = faults;
  }

  @Override
  public synchronized void begin(Entry entry) {
    faults.record("begin " + entry.id());
    open.putIfAbsent(entry.id(), entry);
  }

  @Override
  public synchronized void end(String id) {
    faults.record("end " + id);
    open.remove(id);
  }

  @Override
  public synchronized List<Entry> open() {
    faults.record("open");
    return List.copyOf(open.values());
  }

  synchronized void clear() {
    open.clear();
  }
}
