package dev.natsfleet.agent.http;

import dev.natsfleet.agent.node.ActionKind;
import dev.natsfleet.agent.node.CallSchedule;
import dev.natsfleet.agent.node.Node;
import dev.natsfleet.monitoring.Response;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeReport;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Supplier;

/**
 * The agent's endpoints on its loopback address: {@code /livez} (the agent answers), {@code
 * /healthz} (the node is fit to serve), {@code /status}, {@code /metrics}.
 *
 * @param who the node
 * @param node what it knows now
 * @param report what it reports now
 * @param healthProblem asks nats-server what is wrong with it, blocking; an empty string if nothing
 *     is
 */
public record HttpEndpoints(
    NodeIdentity who,
    Supplier<Node> node,
    Supplier<NodeReport> report,
    Supplier<String> healthProblem) {

  /** Serves the endpoints. */
  public Future<HttpServer> serve(Vertx vertx, int port, String address) {
    return vertx.createHttpServer().requestHandler(this::answer).listen(port, address);
  }

  private void answer(HttpServerRequest request) {
    switch (request.path()) {
      case "/livez" -> send(request, Response.ok("alive\n"));
      case "/healthz" -> health(request);
      case "/status" -> send(request, status());
      case "/metrics" -> send(request, metrics());
      default ->
          request.response().setStatusCode(404).end("try /livez, /healthz, /status or /metrics\n");
    }
  }

  private Response status() {
    return new Response(
        200, Response.JSON, new NodeStatusPage(who, node.get(), report.get()).render());
  }

  private Response metrics() {
    return Response.metrics(NodeMetrics.of(node.get(), report.get()));
  }

  /** The server's own health check is asked for each request: an old answer says nothing. */
  private void health(HttpServerRequest request) {
    Context loop = Vertx.currentContext();
    Thread.ofVirtual()
        .start(
            () -> {
              String said = healthProblem.get();
              loop.runOnContext(on -> health(request, said));
            });
  }

  private void health(HttpServerRequest request, String said) {
    CallSchedule callSchedule = node.get().schedule();
    int failures =
        Math.max(
            callSchedule.failures(ActionKind.BEAT), callSchedule.failures(ActionKind.REGISTER));
    HealthCheck healthCheck = HealthCheck.of(report.get(), failures, said);
    send(request, new Response(healthCheck.status(), Response.TEXT, healthCheck.text()));
  }

  private static void send(HttpServerRequest request, Response response) {
    request
        .response()
        .setStatusCode(response.status())
        .putHeader("Content-Type", response.contentType())
        .end(response.body());
  }
}
