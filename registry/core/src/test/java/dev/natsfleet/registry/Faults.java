package dev.natsfleet.registry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** What a fake was asked, and how its next calls fail. Thread safe. */
public final class Faults {

  private final List<String> calls = new ArrayList<>();
  private final Queue<PortException.Kind> pending = new ArrayDeque<>();

  /** Lets the next calls fail, after those that are to fail already. */
  public synchronized void failNext(int times, PortException.Kind kind) {
    for (int i = 0; i < times; i++) {
      pending.add(kind);
    }
  }

  /** Lets every further call succeed. */
  public synchronized void heal() {
    pending.clear();
  }

  /** Every call since the start, failed ones too, as {@code name argument}. */
  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  synchronized void enter(String call) {
    calls.add(call);
    PortException.Kind kind = pending.poll();
    if (kind != null) {
      throw new PortException(kind, call + " fails as the test asked");
    }
  }
}
