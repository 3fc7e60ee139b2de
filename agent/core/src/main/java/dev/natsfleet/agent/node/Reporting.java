package dev.natsfleet.agent.node;

import dev.natsfleet.registry.Heartbeat;
import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.RowStatus;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a node says of itself. */
final class Reporting {

  private Reporting() {}

  static Heartbeat beat(View view) {
    Node node = view.node();
    NodeReport report = report(view);
    NodeSettings runs = node.configuration().runs();
    return new Heartbeat(
        view.self().who(),
        node.membership().counter() + 1,
        0,
        status(node.state()),
        description(report),
        new Heartbeat.Software(node.server().seen().version(), view.self().agent()),
        runs == null ? "" : runs.revision(),
        report);
  }

  static NodeReport report(View view) {
    Node node = view.node();
    Server.Seen seen = node.server().seen();
    return new NodeReport(
        node.state(),
        why(view),
        seen.remotes(),
        view.expected().peers(node.mesh()).size(),
        seen.clients(),
        node.crashes().total(),
        seen.digest(),
        node.order().report());
  }

  private static String description(NodeReport report) {
    String state = report.state().name().toLowerCase(Locale.ROOT);
    return report.why().isEmpty() ? state : state + ": " + report.why();
  }

  private static RowStatus status(NodeState state) {
    return switch (state) {
      case BOOTING, REGISTERED, STARTING, JOINED -> RowStatus.STARTING;
      case SERVING, CORDONED -> RowStatus.WORKING;
      case DEGRADED, DRAINING, STOPPED, LEFT, FAILED -> RowStatus.ERROR;
    };
  }

  private static String why(View view) {
    Node node = view.node();
    return switch (node.state()) {
      case STARTING, SERVING -> firstOf(node.life().trouble(), missing(view), mismatch(node));
      case CORDONED ->
          node.order().restarting() ? "restarting for an order" : node.departure().why();
      case DRAINING, STOPPED, LEFT -> node.departure().why();
      case BOOTING, REGISTERED, JOINED, DEGRADED, FAILED -> node.life().trouble();
    };
  }

  private static String firstOf(String... reasons) {
    return Stream.of(reasons).filter(reason -> !reason.isEmpty()).findFirst().orElse("");
  }

  /** The image brings nats-server; only a new image brings another. */
  private static String mismatch(Node node) {
    String runs = node.server().seen().version();
    NodeSettings wanted = node.configuration().wanted();
    return wanted == null || runs.isEmpty() || runs.equals(wanted.version())
        ? ""
        : "nats-server " + wanted.version() + " is wanted, this image has " + runs;
  }

  private static String missing(View view) {
    String servers =
        view.missing().stream()
            .map(row -> row.beat().who().server())
            .sorted()
            .collect(Collectors.joining(", "));
    return servers.isEmpty() ? "" : "no route to " + servers;
  }
}
