package dev.natsfleet.operator.status;

import dev.natsfleet.crds.NatsClusterStatus.NodeStatus;
import dev.natsfleet.operator.observe.ClusterSnapshot;
import dev.natsfleet.operator.observe.ObservedNode;
import dev.natsfleet.operator.plan.SettingsOrder;
import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.OrderReport;
import dev.natsfleet.values.Redaction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** One entry for each member of the group; what nothing reports freshly is unknown. */
final class NodeStatuses {

  /** Coarse, so that a status does not change at every pass: a fresh heartbeat is always 0. */
  private static final long[] AGES = {0, 30, 60, 120, 300, 600, 1800, 3600, 86400};

  private static final String UNKNOWN = "Unknown";

  private NodeStatuses() {}

  static List<NodeStatus> render(ClusterSnapshot cluster) {
    boolean trusted = cluster.isRegistryTrusted();
    List<ObservedNode> nodes = cluster.nodes();
    boolean refused = nodes.stream().anyMatch(SettingsOrder::hasRefused);
    Optional<SettingsOrder> order = refused ? SettingsOrder.of(cluster) : Optional.empty();
    return nodes.stream().map(node -> status(node, trusted, order)).toList();
  }

  /** What was seen last, of which nothing is known now. */
  static List<NodeStatus> renderUnread(List<NodeStatus> last) {
    return last.stream()
        .map(
            node ->
                new NodeStatus(
                    node.instance(),
                    node.ip(),
                    node.zone(),
                    node.pool(),
                    UNKNOWN,
                    UNKNOWN,
                    null,
                    null,
                    "unknown",
                    null,
                    null,
                    "AWS cannot be read"))
        .toList();
  }

  private static NodeStatus status(
      ObservedNode node, boolean trusted, Optional<SettingsOrder> order) {
    Optional<NodeReport> report = node.report();
    return new NodeStatus(
        node.instance(),
        node.ip().orElse(null),
        node.member().zone(),
        "core",
        node.member().lifecycle().text(),
        report.map(r -> r.state().name()).orElse(UNKNOWN),
        fresh(node).map(r -> r.beat().software().server()).filter(v -> !v.isEmpty()).orElse(null),
        node.revision().orElse(null),
        report.map(r -> routes(node, r)).orElse("unknown"),
        node.row().isPresent() ? age(node.silence()) : null,
        fresh(node).map(NodeRow.Managed::order).map(Order::id).orElse(null),
        redacted(whyNot(node, trusted, order)));
  }

  private static Optional<NodeRow.Managed> fresh(ObservedNode node) {
    return node.row().filter(row -> node.alive());
  }

  private static String routes(ObservedNode node, NodeReport report) {
    return report.routesUp() < 0
        ? "unknown"
        : report.routesUp() + "/" + node.routesExpected(report);
  }

  /** The largest of the coarse ages that is not above the silence, in seconds. */
  static long age(Duration silence) {
    return LongStream.of(AGES).filter(age -> age <= silence.toSeconds()).max().orElse(0);
  }

  private static @Nullable String redacted(@Nullable String why) {
    return why == null ? null : Redaction.urls(why);
  }

  private static @Nullable String whyNot(
      ObservedNode node, boolean trusted, Optional<SettingsOrder> order) {
    Optional<OrderReport> refused =
        node.orderReport().filter(answer -> order.filter(o -> o.isRefused(node)).isPresent());
    if (refused.isPresent()) {
      return "it refused order %s: %s".formatted(refused.get().id(), refused.get().why());
    }
    if (node.isReady()) {
      return null;
    }
    if (node.member().lifecycle().isLeaving()) {
      return "it is leaving";
    }
    if (node.member().lifecycle().isAway()) {
      return "somebody has set it aside in its group (standby, detaching): nothing is done to it";
    }
    if (node.row().isEmpty()) {
      return trusted ? "its agent has not registered" : "the registry says nothing";
    }
    return node.report().map(r -> whyNot(node, r)).orElseGet(() -> silent(node));
  }

  private static String silent(ObservedNode node) {
    return "its agent is silent for %d s".formatted(age(node.silence()));
  }

  private static String whyNot(ObservedNode node, NodeReport report) {
    if (!report.why().isEmpty()) {
      return report.why();
    }
    return report.state() == NodeState.SERVING
        ? "routes up: " + routes(node, report)
        : "its agent says " + report.state();
  }
}
