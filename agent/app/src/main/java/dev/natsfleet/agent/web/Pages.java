package dev.natsfleet.agent.web;

import dev.natsfleet.agent.node.Agenda;
import dev.natsfleet.agent.node.Call;
import dev.natsfleet.agent.node.Node;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeReport;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Supplier;

/**
 * What the agent shows on its loopback address: {@code /livez} (the agent is there), {@code
 * /healthz} (the node is fit to serve), {@code /status}, {@code /metrics}.
 *
 * @param who the node
 * @param node what it knows
 * @param report what it says of itself
 * @param complaint asks nats-server what is wrong with it, blocking; an empty string if nothing is
 */
public record Pages(
    NodeIdentity who,
    Supplier<Node> node,
    Supplier<NodeReport> report,
    Supplier<String> complaint) {

  /** Serves the pages. */
  public Future<HttpServer> serve(Vertx vertx, int port, String address) {
    return vertx.createHttpServer().requestHandler(this::answer).listen(port, address);
  }

  private void answer(HttpServerRequest request) {
    switch (request.path()) {
      case "/livez" -> send(request, "text/plain", "alive\n");
      case "/healthz" -> health(request);
      case "/status" ->
          send(request, "application/json", StatusPage.render(who, node.get(), report.get()));
      case "/metrics" ->
          send(request, "text/plain; version=0.0.4", Metrics.render(node.get(), report.get()));
      default ->
          request.response().setStatusCode(404).end("try /livez, /healthz, /status or /metrics\n");
    }
  }

  /** Asked now, of everything that can be asked: an old answer would be no health. */
  private void health(HttpServerRequest request) {
    Context loop = Vertx.currentContext();
    Thread.ofVirtual()
        .start(
            () -> {
              String said = complaint.get();
              loop.runOnContext(on -> health(request, said));
            });
  }

  private void health(HttpServerRequest request, String said) {
    Agenda agenda = node.get().agenda();
    int failures = Math.max(agenda.failures(Call.BEAT), agenda.failures(Call.REGISTER));
    Fitness fitness = Fitness.of(report.get(), failures, said);
    request.response().setStatusCode(fitness.status());
    send(request, "text/plain", fitness.text());
  }

  private static void send(HttpServerRequest request, String type, String body) {
    request.response().putHeader("Content-Type", type).end(body);
  }
}
