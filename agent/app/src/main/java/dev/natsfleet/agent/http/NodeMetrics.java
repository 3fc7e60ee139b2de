package dev.natsfleet.agent.http;

import dev.natsfleet.agent.node.ActionKind;
import dev.natsfleet.agent.node.Node;
import dev.natsfleet.monitoring.MetricFamily;
import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeState;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Locale;

/** The metrics of a node. */
final class NodeMetrics {

  private static final String PREFIX = "natsfleet_agent_";

  private NodeMetrics() {}

  static MetricSnapshots of(Node node, NodeReport report) {
    MetricSnapshots.Builder metrics = MetricSnapshots.builder();
    new MetricFamily<>(metrics, PREFIX, List.of(NodeState.values()), state -> label("state", state))
        .gauge(
            "state",
            "1 for the state that the node is in.",
            state -> state == report.state() ? 1 : 0);
    new MetricFamily<>(metrics, PREFIX, List.of(ActionKind.values()), call -> label("call", call))
        .gauge(
            "call_failures",
            "Failures in a row of each call, 0 when it works.",
            call -> node.schedule().failures(call));
    new MetricFamily<>(metrics, PREFIX, List.of(report), only -> Labels.EMPTY)
        .gauge("routes", "Peers linked to nats-server, -1 while unknown.", NodeReport::routesUp)
        .gauge("routes_expected", "Live peers with a running server.", NodeReport::routesExpected)
        .gauge("clients", "Client connections, -1 while unknown.", NodeReport::clients)
        .counter(
            "server_crashes", "Ends of nats-server that nobody asked for.", NodeReport::crashes)
        .counter("heartbeats", "Heartbeats sent.", only -> node.row().counter());
    return metrics.build();
  }

  private static Labels label(String name, Enum<?> value) {
    return Labels.of(name, value.name().toLowerCase(Locale.ROOT));
  }
}
