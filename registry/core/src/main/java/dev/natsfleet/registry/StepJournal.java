package dev.natsfleet.registry;

import java.util.List;

/**
 * The operator's record of steps in flight, which survives its restarts. A step is written before
 * it is executed and removed once its effect has been observed. Every method may throw {@link
 * PortException}.
 */
public interface StepJournal {

  /** Writes a step; writing the same id again changes nothing. */
  void begin(Entry entry);

  /** Removes a step. */
  void end(String id);

  /** Steps that have begun and not ended. */
  List<Entry> open();

  /**
   * One step in flight.
   *
   * @param id stable for the same step of the same plan
   * @param step description for people
   * @param begun seconds since 1970
   */
  record Entry(String id, String step, long begun) {}
}
