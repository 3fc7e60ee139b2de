package dev.natsfleet.agent.web;

import dev.natsfleet.agent.node.Node;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeReport;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Supplier;

/**
 * What the agent shows on its loopback address: {@code /healthz}, {@code /status}, {@code
 * /metrics}.
 *
 * @param who the node
 * @param node what it knows
 * @param report what it says of itself
 */
public record Pages(NodeIdentity who, Supplier<Node> node, Supplier<NodeReport> report) {

  /** Serves the pages. */
  public Future<HttpServer> serve(Vertx vertx, int port, String address) {
    return vertx.createHttpServer().requestHandler(this::answer).listen(port, address);
  }

  private void answer(HttpServerRequest request) {
    switch (request.path()) {
      case "/healthz" -> send(request, "text/plain", report.get().state() + "\n");
      case "/status" ->
          send(request, "application/json", StatusPage.render(who, node.get(), report.get()));
      case "/metrics" ->
          send(request, "text/plain; version=0.0.4", Metrics.render(node.get(), report.get()));
      default -> request.response().setStatusCode(404).end("try /healthz, /status or /metrics\n");
    }
  }

  private static void send(HttpServerRequest request, String type, String body) {
    request.response().putHeader("Content-Type", type).end(body);
  }
}
