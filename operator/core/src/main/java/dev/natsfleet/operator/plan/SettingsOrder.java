package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.ClusterSnapshot;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.observe.ObservedNode;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.OrderReport.OrderOutcome;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order to run with these settings, as it is given to one node after the other. It keeps its id
 * for as long as the same settings are asked for, so that who refused it is not asked again because
 * somebody has scaled the cluster. Another value of the annotation that asks for a roll-out is
 * another decision, and so is a specification that returns to settings after others.
 *
 * @param revision of the settings
 * @param id of the order
 */
public record SettingsOrder(String revision, String id) {

  private static final String PREFIX = "apply-";
  private static final Pattern DECISION = Pattern.compile(".*-g(\\d+)((?:-[0-9a-f]+)?)");

  /** The order of a cluster that asks for these settings. */
  static SettingsOrder of(String revision, ClusterSnapshot cluster) {
    DesiredCluster desired = cluster.desired();
    String request = desired.request().isEmpty() ? "" : "-" + desired.request();
    Optional<Order.ApplySettings> newest =
        cluster.nodes().stream()
            .flatMap(node -> lastOrder(node).stream())
            .max(Comparator.comparingLong(SettingsOrder::generation));
    return newest
        .filter(order -> order.revision().equals(revision))
        .map(Order.ApplySettings::id)
        .filter(id -> request(id).equals(request))
        .map(id -> new SettingsOrder(revision, id))
        .orElseGet(() -> new SettingsOrder(revision, nextId(revision, newest, desired, request)));
  }

  /** Generations of an object that was created anew begin at 1; those of its orders go on. */
  private static String nextId(
      String revision,
      Optional<Order.ApplySettings> newest,
      DesiredCluster desired,
      String request) {
    long last = newest.map(SettingsOrder::generation).orElse(-1L);
    return PREFIX + revision + "-g" + Math.max(desired.generation(), last + 1) + request;
  }

  /** The order of the settings that the specification asks for, unless that cannot be met. */
  public static Optional<SettingsOrder> of(ClusterSnapshot cluster) {
    return SpecificationRule.resources(cluster).map(r -> of(r.settings().revision(), cluster));
  }

  private static long generation(Order.ApplySettings order) {
    Matcher decision = DECISION.matcher(order.id());
    return decision.matches() ? Long.parseLong(decision.group(1)) : -1;
  }

  private static String request(String id) {
    Matcher decision = DECISION.matcher(id);
    return decision.matches() ? decision.group(2) : "";
  }

  /** The step that sends the order to the node of this row. */
  Step orderTo(NodeRow.Managed row, String why) {
    return new Step.SendOrder(row.beat().who(), new Order.ApplySettings(id, why, revision));
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
  public boolean isRefused(ObservedNode node) {
    return lastOrder(node).filter(o -> o.id().equals(id)).isPresent() && hasRefused(node);
  }

  /** Whether the node refused the order that it was given last. */
  public static boolean hasRefused(ObservedNode node) {
    return node.orderReport().filter(a -> a.outcome() == OrderOutcome.REFUSED).isPresent();
  }

  /** Whether the node has an order that it has neither carried out nor refused. */
  static boolean isBusy(ObservedNode node) {
    return lastOrder(node).isPresent()
        && node.orderReport().filter(a -> a.outcome() != OrderOutcome.RUNNING).isEmpty();
  }

  private static Optional<Order.ApplySettings> lastOrder(ObservedNode node) {
    return node.row()
        .map(NodeRow.Managed::order)
        .filter(Order.ApplySettings.class::isInstance)
        .map(Order.ApplySettings.class::cast);
  }
}
