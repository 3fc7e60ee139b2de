package dev.natsfleet.logs.outside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.natsfleet.logs.shipper.Status;
import dev.natsfleet.logs.shipper.StatusDesk;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP on loopback: what the loop answers, as text for Prometheus or as JSON. */
public final class LocalServer implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalServer.class);
  private static final int PATIENCE_SECONDS = 5;
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final Optional<HttpServer> server;

  private LocalServer(Optional<HttpServer> server) {
    this.server = server;
  }

  /** Listens when there is an address; port 0 takes any free one. */
  public static LocalServer start(Optional<InetSocketAddress> address, StatusDesk desk)
      throws IOException {
    if (address.isEmpty()) {
      return new LocalServer(Optional.empty());
    }
    HttpServer server = HttpServer.create(address.get(), 0);
    serve(server, "/metrics", desk, Metrics::render, false);
    serve(server, "/status", desk, StatusJson::render, false);
    serve(server, "/healthz", desk, status -> status.connected() ? "ok\n" : why(status), true);
    server.start();
    return new LocalServer(Optional.of(server));
  }

  /** Says where it listens. */
  public void announce() {
    server.ifPresent(
        open -> LOG.atInfo().addKeyValue("address", open.getAddress()).log("listening"));
  }

  @Override
  public void close() {
    server.ifPresent(open -> open.stop(0));
  }

  private static String why(Status status) {
    return "not connected: " + status.lastDoubt() + "\n";
  }

  private static void serve(
      HttpServer server,
      String path,
      StatusDesk desk,
      Function<Status, String> render,
      boolean health) {
    server.createContext(path, exchange -> answer(exchange, desk, render, health));
  }

  private static void answer(
      HttpExchange exchange, StatusDesk desk, Function<Status, String> render, boolean health)
      throws IOException {
    try (exchange) {
      Status status = desk.ask().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      send(exchange, health && !status.connected() ? UNAVAILABLE : OK, render.apply(status));
    } catch (TimeoutException | ExecutionException e) {
      send(exchange, UNAVAILABLE, "the loop does not answer\n");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int code, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
