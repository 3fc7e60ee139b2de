package dev.natsfleet.agent.node;

import dev.natsfleet.registry.AwsNatsStatus;
import dev.natsfleet.registry.Heartbeat;
import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.NodeState;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the heartbeat and the report of a node. */
final class HeartbeatFactory {

  private HeartbeatFactory() {}

  static Heartbeat beat(NodeView view) {
    Node node = view.node();
    NodeReport report = report(view);
    NodeSettings runs = node.config().runs();
    return new Heartbeat(
        view.context().who(),
        node.row().counter() + 1,
        0,
        status(node.state()),
        description(report),
        new Heartbeat.Software(node.server().seen().version(), view.context().agent()),
        runs == null ? "" : runs.revision(),
        report);
  }

  static NodeReport report(NodeView view) {
    Node node = view.node();
    ServerState.Seen seen = view.seen();
    return new NodeReport(
        node.state(),
        why(view),
        seen.remotes(),
        view.expected().peers(node.mesh()).size(),
        seen.clients(),
        node.crashes().total(),
        seen.digest(),
        node.order().report(),
        NodeReport.linked(seen.remotes(), seen.linked()));
  }

  private static String description(NodeReport report) {
    String state = report.state().name().toLowerCase(Locale.ROOT);
    return report.why().isEmpty() ? state : state + ": " + report.why();
  }

  private static AwsNatsStatus status(NodeState state) {
    return switch (state) {
      case BOOTING, REGISTERED, STARTING, JOINED -> AwsNatsStatus.STARTING;
      case SERVING, CORDONED -> AwsNatsStatus.WORKING;
      case DEGRADED, DRAINING, STOPPED, LEFT, FAILED -> AwsNatsStatus.ERROR;
    };
  }

  private static String why(NodeView view) {
    Node node = view.node();
    return switch (node.state()) {
      case STARTING, SERVING -> firstOf(node.life().problem(), missing(view), mismatch(node));
      case CORDONED -> node.order().isRestarting() ? "restarting for an order" : node.leave().why();
      case DRAINING, STOPPED, LEFT -> node.leave().why();
      case BOOTING, REGISTERED, JOINED, DEGRADED, FAILED -> node.life().problem();
    };
  }

  private static String firstOf(String... reasons) {
    return Stream.of(reasons).filter(reason -> !reason.isEmpty()).findFirst().orElse("");
  }

  /** The version of nats-server comes with the image; only a new image changes it. */
  private static String mismatch(Node node) {
    String runs = node.server().seen().version();
    NodeSettings wanted = node.config().wanted();
    return wanted == null || runs.isEmpty() || runs.equals(wanted.version())
        ? ""
        : "nats-server " + wanted.version() + " is wanted, this image has " + runs;
  }

  private static String missing(NodeView view) {
    String servers =
        view.missing().stream()
            .map(row -> row.beat().who().server())
            .sorted()
            .collect(Collectors.joining(", "));
    return servers.isEmpty() ? "" : "no route to " + servers;
  }
}
