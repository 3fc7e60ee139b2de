package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.ObservedNode;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.OrderReport;
import dev.natsfleet.registry.OrderReport.Outcome;
import java.util.Optional;

/**
 * The order to run with these settings, as it is given to one node after the other. Another version
 * of the specification that asks for the same settings is another decision: a node that refused the
 * one is asked again by the other.
 *
 * @param revision of the settings
 * @param generation of the specification that asks for them
 */
public record SettingsOrder(String revision, long generation) {

  /** The step that sends the order to the node of this row. */
  Step orderTo(NodeRow.Managed row, String why) {
    return new Step.SendOrder(row.beat().who(), new Order.ApplySettings(id(), why, revision));
  }

  private String id() {
    return "apply-" + revision + suffix(generation);
  }

  private static String suffix(long generation) {
    return "-g" + generation;
  }

  /** Whether a node refused an order of this version of the specification. */
  public static boolean isRefusal(OrderReport report, long generation) {
    return report.outcome() == Outcome.REFUSED && report.id().endsWith(suffix(generation));
  }

  /** Whether the node runs with other settings, or has an order to take others. */
  boolean isOpen(ObservedNode node) {
    return node.revision().filter(r -> !r.equals(revision)).isPresent()
        || (isBusy(node) && !isPending(node));
  }

  /** Whether the node has an unfinished order to take these settings, of any generation. */
  boolean isPending(ObservedNode node) {
    return isBusy(node) && lastOrder(node).filter(o -> o.revision().equals(revision)).isPresent();
  }

  /** Whether the node refused this very order. */
  boolean isRefused(ObservedNode node) {
    return lastOrder(node).filter(o -> o.id().equals(id())).isPresent()
        && node.orderReport().filter(a -> a.outcome() == Outcome.REFUSED).isPresent();
  }

  /** Whether the node has an order that it has neither carried out nor refused. */
  static boolean isBusy(ObservedNode node) {
    return lastOrder(node).isPresent()
        && node.orderReport().filter(a -> a.outcome() != Outcome.RUNNING).isEmpty();
  }

  private static Optional<Order.ApplySettings> lastOrder(ObservedNode node) {
    return node.row()
        .map(NodeRow.Managed::order)
        .filter(Order.ApplySettings.class::isInstance)
        .map(Order.ApplySettings.class::cast);
  }
}
