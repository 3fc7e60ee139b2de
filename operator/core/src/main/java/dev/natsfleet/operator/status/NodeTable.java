package dev.natsfleet.operator.status;

import dev.natsfleet.crds.NatsClusterStatus.NodeStatus;
import dev.natsfleet.operator.observe.Node;
import dev.natsfleet.operator.observe.Observed;
import dev.natsfleet.operator.plan.Decision;
import dev.natsfleet.operator.port.Instances.Instance;
import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.OrderReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** One line for each member of the group; what no fresh witness says is unknown. */
final class NodeTable {

  /** Coarse, so that a status does not change at every look: a fresh heartbeat is always 0. */
  private static final long[] AGES = {0, 30, 60, 120, 300, 600, 1800, 3600, 86400};

  private static final String UNKNOWN = "Unknown";

  private NodeTable() {}

  static List<NodeStatus> lines(Observed observed) {
    boolean trusted = observed.trusted();
    long generation = observed.wish().generation();
    return observed.nodes().stream().map(node -> line(node, trusted, generation)).toList();
  }

  private static NodeStatus line(Node node, boolean trusted, long generation) {
    Optional<NodeReport> report = node.report();
    return new NodeStatus(
        node.instance(),
        ip(node),
        node.member().zone(),
        "core",
        node.member().lifecycle().text(),
        report.map(r -> r.state().name()).orElse(UNKNOWN),
        fresh(node).map(r -> r.beat().software().server()).filter(v -> !v.isEmpty()).orElse(null),
        node.revision().orElse(null),
        report.map(r -> routes(node, r)).orElse("unknown"),
        node.row().isPresent() ? age(node.silence()) : null,
        fresh(node).map(NodeRow.Fleet::order).map(Order::id).orElse(null),
        whyNot(node, trusted, generation));
  }

  private static @Nullable String ip(Node node) {
    return node.machine()
        .map(Instance::ip)
        .or(() -> node.row().map(NodeRow.Fleet::ip))
        .orElse(null);
  }

  private static Optional<NodeRow.Fleet> fresh(Node node) {
    return node.row().filter(row -> node.alive());
  }

  private static String routes(Node node, NodeReport report) {
    return report.routesUp() < 0
        ? "unknown"
        : report.routesUp() + "/" + node.routesExpected(report);
  }

  /** The largest of the coarse ages that is not above the silence, in seconds. */
  static long age(Duration silence) {
    return LongStream.of(AGES).filter(age -> age <= silence.toSeconds()).max().orElse(0);
  }

  private static @Nullable String whyNot(Node node, boolean trusted, long generation) {
    Optional<OrderReport> refused =
        node.answer().filter(answer -> Decision.refusal(answer, generation));
    if (refused.isPresent()) {
      return "it refused order %s: %s".formatted(refused.get().id(), refused.get().why());
    }
    if (node.ready()) {
      return null;
    }
    if (node.member().lifecycle().leaving()) {
      return "it is leaving";
    }
    if (node.member().lifecycle().away()) {
      return "somebody has set it aside in its group (standby, detaching): nothing is done to it";
    }
    if (node.row().isEmpty()) {
      return trusted ? "its agent has not registered" : "the registry says nothing";
    }
    return node.report().map(r -> whyNot(node, r)).orElseGet(() -> silent(node));
  }

  private static String silent(Node node) {
    return "its agent is silent for %d s".formatted(age(node.silence()));
  }

  private static String whyNot(Node node, NodeReport report) {
    if (!report.why().isEmpty()) {
      return report.why();
    }
    return report.state() == NodeState.SERVING
        ? "routes up: " + routes(node, report)
        : "its agent says " + report.state();
  }
}
