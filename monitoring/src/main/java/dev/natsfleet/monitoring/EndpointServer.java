package dev.natsfleet.monitoring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/** Serves {@link Endpoints} over HTTP. Each request has a thread of its own. */
public final class EndpointServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private EndpointServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts to listen.
   *
   * @param address port 0 takes a free one
   */
  public static EndpointServer start(InetSocketAddress address, Endpoints endpoints)
      throws IOException {
    EndpointServer started = new EndpointServer(HttpServer.create(address, 0));
    started.server.setExecutor(started.threads);
    endpoints
        .byPath()
        .forEach(
            (path, endpoint) ->
                started.server.createContext(path, exchange -> answer(exchange, endpoint)));
    started.server.start();
    return started;
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange, Endpoints.Endpoint endpoint)
      throws IOException {
    try (exchange) {
      Response response = respond(endpoint);
      byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", response.contentType());
      exchange.sendResponseHeaders(response.status(), body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static Response respond(Endpoints.Endpoint endpoint) throws InterruptedException {
    try {
      return endpoint.respond();
    } catch (TimeoutException e) {
      return Response.unavailable("the program does not answer\n");
    }
  }
}
