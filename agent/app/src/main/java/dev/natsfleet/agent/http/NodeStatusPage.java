package dev.natsfleet.agent.http;

import dev.natsfleet.agent.node.Node;
import dev.natsfleet.agent.route.RouteSelection;
import dev.natsfleet.monitoring.JsonFields;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeSettings;

/**
 * What {@code /status} says of a node.
 *
 * @param who the node
 * @param node what it knows
 * @param report what it reports to the registry
 */
record NodeStatusPage(NodeIdentity who, Node node, NodeReport report) {

  static final JsonFields<NodeStatusPage> FIELDS = server(node(new JsonFields<>()));

  String render() {
    return FIELDS.render(this).toPrettyJson();
  }

  private static JsonFields<NodeStatusPage> node(JsonFields<NodeStatusPage> fields) {
    return fields
        .text("instance", "EC2 instance", page -> page.who.instance())
        .text("ip", "Private address", page -> page.who.ip())
        .text("zone", "Availability zone", page -> page.who.zone())
        .text("pool", "Pool of the cluster", page -> page.who.pool())
        .text("boot", "Id of this start of the agent", page -> page.who.boot())
        .text("state", "State of the node", page -> page.report.state().name())
        .text("why", "Why it is not further; empty when it serves", page -> page.report.why());
  }

  private static JsonFields<NodeStatusPage> server(JsonFields<NodeStatusPage> fields) {
    return fields
        .text("version", "nats-server that runs", page -> page.node.server().seen().version())
        .text("revision", "Revision of the settings that it runs with", NodeStatusPage::revision)
        .text("configDigest", "Digest of its configuration", page -> page.report.configDigest())
        .number("routesUp", "Peers linked; -1 while unknown", page -> page.report.routesUp())
        .number(
            "routesExpected",
            "Live peers with a running server",
            page -> page.report.routesExpected())
        .texts(
            "routes",
            "Routes of its configuration",
            page -> RouteSelection.urls(page.node.mesh().peers()))
        .number("clients", "Client connections; -1 while unknown", page -> page.report.clients())
        .number("crashes", "Ends of nats-server that nobody asked for", p -> p.report.crashes())
        .number("heartbeats", "Heartbeats sent", page -> page.node.row().counter())
        .text("order", "Newest order and its result", p -> String.valueOf(p.report.order()));
  }

  private String revision() {
    NodeSettings runs = node.config().runs();
    return runs == null ? "" : runs.revision();
  }
}
