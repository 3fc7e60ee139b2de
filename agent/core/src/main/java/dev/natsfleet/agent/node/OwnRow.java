package dev.natsfleet.agent.node;

/**
 * The node's own row in the registry.
 *
 * @param registered whether the row was ours when it was last written
 * @param counter of the newest heartbeat
 * @param superseded whether another boot has taken it
 * @param reported what the newest heartbeat said that must not wait for the next
 */
public record OwnRow(boolean registered, long counter, boolean superseded, UrgentReport reported) {

  static final OwnRow NONE = new OwnRow(false, 0, false, UrgentReport.NONE);

  OwnRow withReport(UrgentReport urgentReport) {
    return new OwnRow(registered, counter + 1, superseded, urgentReport);
  }

  OwnRow withRegistered(boolean ours) {
    return new OwnRow(ours, counter, superseded, reported);
  }

  OwnRow withSuperseded() {
    return new OwnRow(false, counter, true, reported);
  }
}
