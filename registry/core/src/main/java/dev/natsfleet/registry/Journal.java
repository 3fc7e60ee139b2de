package dev.natsfleet.registry;

import java.util.List;

/**
 * The operator's memory across restarts: a step is written here before it is made and removed once
 * its effect has been seen. Every method may throw {@link PortException}.
 */
public interface Journal {

  /** Notes a step; noting the same id again changes nothing. */
  void begin(Entry entry);

  /** Forgets a step. */
  void end(String id);

  /** Steps that were begun and not ended. */
  List<Entry> open();

  /**
   * One step in flight.
   *
   * @param id stable for the same step of the same plan
   * @param step what is being done, in words for people
   * @param begun seconds since 1970
   */
  record Entry(String id, String step, long begun) {}
}
