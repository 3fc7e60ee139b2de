package dev.natsfleet.registry;

import java.util.List;

/** The nodes table as the operator uses it. Every method may throw {@link PortException}. */
public interface NodeRows {

  /** All rows, by a strongly consistent read of every page. */
  List<NodeRow> rows();

  /**
   * Writes an order into a node's row; it replaces the earlier one.
   *
   * @return false if the row does not belong to that boot
   */
  boolean putOrder(NodeIdentity to, Order order);

  /**
   * Removes a row if it has not changed since it was read.
   *
   * @return true if the row no longer exists, also if somebody else removed it; false if it has
   *     changed since and was kept
   */
  boolean delete(NodeRow asRead);
}
