package dev.natsfleet.agent.web;

import dev.natsfleet.agent.node.Node;
import dev.natsfleet.agent.route.Routes;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeSettings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A node as JSON, for people on the host. */
final class StatusPage {

  private StatusPage() {}

  static String render(NodeIdentity who, Node node, NodeReport report) {
    NodeSettings runs = node.configuration().runs();
    return new JsonObject()
        .put("instance", who.instance())
        .put("ip", who.ip())
        .put("zone", who.zone())
        .put("pool", who.pool())
        .put("boot", who.boot())
        .put("state", report.state().name())
        .put("why", report.why())
        .put("version", node.server().seen().version())
        .put("revision", runs == null ? "" : runs.revision())
        .put("configDigest", report.configDigest())
        .put("routesUp", report.routesUp())
        .put("routesExpected", report.routesExpected())
        .put("routes", new JsonArray(Routes.urls(node.mesh().peers())))
        .put("clients", report.clients())
        .put("crashes", report.restarts())
        .put("heartbeats", node.membership().counter())
        .put("order", String.valueOf(report.order()))
        .encodePrettily();
  }
}
