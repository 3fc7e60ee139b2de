package dev.natsfleet.simulation.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with calls now. */
public final class CallFaults {

  private final List<CallFault> faults = new ArrayList<>();

  /** Begins a fault; the action ends it. */
  public Runnable add(CallFault fault) {
    faults.add(fault);
    return () -> faults.remove(fault);
  }

  /** What becomes of a call; the oldest fault that concerns it decides. */
  public Optional<CallFault.CallEffect> find(
      CallSource source, RemoteService service, String call) {
    return faults.stream()
        .filter(fault -> fault.service() == service)
        .filter(fault -> fault.source().test(source) && fault.call().test(call))
        .map(CallFault::effect)
        .findFirst();
  }

  /** Ends all faults. */
  public void clear() {
    faults.clear();
  }
}
