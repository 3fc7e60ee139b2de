package dev.natsfleet.agent.node;

/**
 * The node's own row.
 *
 * @param registered whether the row was ours when it was last written
 * @param counter of the newest heartbeat
 * @param superseded whether another boot has taken it
 * @param told what the newest heartbeat said that must not wait for the next
 */
public record Membership(boolean registered, long counter, boolean superseded, News told) {

  static final Membership NONE = new Membership(false, 0, false, News.NONE);

  Membership tell(News news) {
    return new Membership(registered, counter + 1, superseded, news);
  }

  Membership held(boolean ours) {
    return new Membership(ours, counter, superseded, told);
  }

  Membership lost() {
    return new Membership(false, counter, true, told);
  }
}
