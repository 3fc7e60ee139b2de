package dev.natsfleet.agent.node;

/**
 * The node's own row.
 *
 * @param registered whether the row was ours when it was last written
 * @param counter of the newest heartbeat
 * @param superseded whether another boot has taken it
 */
public record Membership(boolean registered, long counter, boolean superseded) {

  static final Membership NONE = new Membership(false, 0, false);

  Membership count() {
    return new Membership(registered, counter + 1, superseded);
  }

  Membership held(boolean ours) {
    return new Membership(ours, counter, superseded);
  }

  Membership lost() {
    return new Membership(false, counter, true);
  }
}
