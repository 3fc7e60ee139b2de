package dev.natsfleet.registry;

/** A node's lifecycle state, as the node gives it in its {@link NodeReport}. */
public enum NodeState {
  /** The node knows its identity but has not reached the registry. */
  BOOTING,
  /** The node has written its row and read the others; nats-server is not started. */
  REGISTERED,
  /** nats-server runs; some expected routes are not up. */
  STARTING,
  /** All expected routes are up; the launch hook is not completed. */
  JOINED,
  /** In service. */
  SERVING,
  /**
   * The node repairs a local problem: its server crashed, or nats-server refused a configuration.
   */
  DEGRADED,
  /** The node takes no new work because of a rebalance recommendation or an order. */
  CORDONED,
  /** nats-server is in lame duck mode: its clients move to other servers. */
  DRAINING,
  /** nats-server has ended and will not be started again. */
  STOPPED,
  /** The node's row is removed; at most the terminate hook is still to be completed. */
  LEFT,
  /** The node cannot repair itself and asks to be replaced. */
  FAILED
}
