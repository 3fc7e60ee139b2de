package dev.natsfleet.registry;

/** Where a node is in its life, as it says itself in its {@link NodeReport}. */
public enum NodeState {
  /** Identity is known, the registry has not been reached. */
  BOOTING,
  /** The row is written, the others are read, nats-server is not started. */
  REGISTERED,
  /** nats-server runs, its routes are not all up. */
  STARTING,
  /** Every expected route is up, the launch hook is not completed. */
  JOINED,
  /** In service. */
  SERVING,
  /** Local trouble that is being repaired: the server crashed, or a configuration was refused. */
  DEGRADED,
  /** No new work is wanted here: a rebalance hint or an operator's order. */
  CORDONED,
  /** Lame duck: clients are being moved away. */
  DRAINING,
  /** nats-server has ended for good. */
  STOPPED,
  /** The terminate hook is completed, nothing is left to do. */
  LEFT,
  /** Cannot become well by itself: asks to be replaced. */
  FAILED
}
