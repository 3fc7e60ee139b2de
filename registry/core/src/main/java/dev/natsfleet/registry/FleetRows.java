package dev.natsfleet.registry;

import java.util.List;

/** The nodes table as the operator uses it. Every method may throw {@link PortException}. */
public interface FleetRows {

  /** All rows, by a strongly consistent read of every page. */
  List<NodeRow> rows();

  /**
   * Puts an order on a node's row, in place of the one before.
   *
   * @return false if the row no longer belongs to that boot
   */
  boolean give(NodeIdentity to, Order order);

  /**
   * Removes a row that has not changed since it was read.
   *
   * @return true if there is no row any more, whoever removed it; false if the row has changed
   *     since, so that it was kept
   */
  boolean forget(NodeRow asRead);
}
