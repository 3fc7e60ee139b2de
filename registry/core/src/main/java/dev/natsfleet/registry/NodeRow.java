package dev.natsfleet.registry;

import org.jspecify.annotations.Nullable;

/** One row of the nodes table. */
public sealed interface NodeRow {

  /** The node's address, the key of the row. */
  String ip();

  /** A value that changes as long as the node is alive. It has no other meaning. */
  String pulse();

  /**
   * The row of one of our agents.
   *
   * @param beat its newest heartbeat
   * @param order the operator's newest order, or null
   */
  record Managed(Heartbeat beat, @Nullable Order order) implements NodeRow {

    @Override
    public String ip() {
      return beat.who().ip();
    }

    @Override
    public String pulse() {
      return beat.who().boot() + "#" + beat.counter();
    }
  }

  /**
   * The row of an original aws-nats node, as the node wrote it. Such a node accepts routes on
   * {@link #ROUTE_PORT}.
   *
   * @param time seconds since 1970 by the node's own clock
   * @param status free text
   * @param description free text
   */
  record Original(String ip, long time, String status, String description) implements NodeRow {

    /** The route port that aws-nats writes into its configuration. */
    public static final int ROUTE_PORT = 7244;

    @Override
    public String pulse() {
      return Long.toString(time);
    }
  }
}
