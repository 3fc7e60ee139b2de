package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.Node;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.OrderReport;
import dev.natsfleet.registry.OrderReport.Outcome;
import java.util.Optional;

/**
 * That all nodes shall run with these settings. A specification that asks for the same settings
 * again is another decision: who refused the one is asked again by the other.
 *
 * @param revision of the settings
 * @param generation of the specification that asks for them
 */
public record Decision(String revision, long generation) {

  Order order(String why) {
    return new Order.ApplySettings(id(), why, revision);
  }

  private String id() {
    return "apply-" + revision + of(generation);
  }

  private static String of(long generation) {
    return "-g" + generation;
  }

  /** Whether a node refuses what this version of the specification asks of it. */
  public static boolean refusal(OrderReport answer, long generation) {
    return answer.outcome() == Outcome.REFUSED && answer.id().endsWith(of(generation));
  }

  /** Whether the node runs with other settings, or is about to. */
  boolean open(Node node) {
    return node.revision().filter(r -> !r.equals(revision)).isPresent()
        || (busy(node) && !pending(node));
  }

  /** Whether the node has been told to take these settings, now or before, and works on it. */
  boolean pending(Node node) {
    return busy(node) && told(node).filter(o -> o.revision().equals(revision)).isPresent();
  }

  boolean refused(Node node) {
    return told(node).filter(o -> o.id().equals(id())).isPresent()
        && node.answer().filter(a -> a.outcome() == Outcome.REFUSED).isPresent();
  }

  /** Whether the node has an order that it has not carried out and not refused. */
  static boolean busy(Node node) {
    return told(node).isPresent()
        && node.answer().filter(a -> a.outcome() != Outcome.RUNNING).isEmpty();
  }

  private static Optional<Order.ApplySettings> told(Node node) {
    return node.row()
        .map(NodeRow.Fleet::order)
        .filter(Order.ApplySettings.class::isInstance)
        .map(Order.ApplySettings.class::cast);
  }
}
