package dev.natsfleet.agent.web;

import dev.natsfleet.agent.node.Call;
import dev.natsfleet.agent.node.Node;
import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeState;
import java.util.Locale;

/** A node in the text format of Prometheus. */
final class Metrics {

  private final StringBuilder text = new StringBuilder();

  private Metrics() {}

  static String render(Node node, NodeReport report) {
    Metrics metrics = new Metrics();
    metrics.states(report.state());
    metrics.gauge("routes", "Peers linked to nats-server, -1 while unknown.", report.routesUp());
    metrics.gauge("routes_expected", "Live peers with a running server.", report.routesExpected());
    metrics.gauge("clients", "Client connections, -1 while unknown.", report.clients());
    metrics.counter("server_crashes_total", "Unasked ends of nats-server.", report.restarts());
    metrics.counter("heartbeats_total", "Heartbeats sent.", node.membership().counter());
    metrics.failures(node);
    return metrics.text.toString();
  }

  private void states(NodeState now) {
    head("state", "gauge", "1 for the state that the node is in.");
    for (NodeState state : NodeState.values()) {
      line("state{state=\"" + lower(state) + "\"}", state == now ? 1 : 0);
    }
  }

  private void failures(Node node) {
    head("call_failures", "gauge", "Failures in a row of each call, 0 when it works.");
    for (Call call : Call.values()) {
      line("call_failures{call=\"" + lower(call) + "\"}", node.agenda().failures(call));
    }
  }

  private void gauge(String name, String help, long value) {
    head(name, "gauge", help);
    line(name, value);
  }

  private void counter(String name, String help, long value) {
    head(name, "counter", help);
    line(name, value);
  }

  private void head(String name, String type, String help) {
    text.append("# HELP natsfleet_agent_").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE natsfleet_agent_").append(name).append(' ').append(type).append('\n');
  }

  private void line(String sample, long value) {
    text.append("natsfleet_agent_").append(sample).append(' ').append(value).append('\n');
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
