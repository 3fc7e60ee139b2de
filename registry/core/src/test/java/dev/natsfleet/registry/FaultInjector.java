package dev.natsfleet.registry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Records the calls of a fake and lets its next calls fail. Thread safe. */
public final class FaultInjector {

  private final List<String> calls = new ArrayList<>();
  private final Queue<PortException.Kind> pending = new ArrayDeque<>();

  /** Lets this many further calls fail, after those already requested. */
  public synchronized void failNext(int times, PortException.Kind kind) {
    for (int i = 0; i < times; i++) {
      pending.add(kind);
    }
  }

  /** Every call since the start, including failed ones, as {@code name argument}. */
  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  synchronized void record(String call) {
    calls.add(call);
    PortException.Kind kind = pending.poll();
    if (kind != null) {
      throw new PortException(kind, call + " fails as the test asked");
    }
  }
}
