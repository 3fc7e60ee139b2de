package dev.natsfleet.logs.report;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.natsfleet.logs.receive.Status;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP on loopback: the receiver's status as text for Prometheus, as JSON, and as yes or no. */
public final class ReceiverPages implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(ReceiverPages.class);
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final Optional<HttpServer> server;

  private ReceiverPages(Optional<HttpServer> server) {
    this.server = server;
  }

  /** Listens when there is an address; port 0 takes any free one. */
  public static ReceiverPages start(Optional<InetSocketAddress> address, Supplier<Status> status)
      throws IOException {
    if (address.isEmpty()) {
      return new ReceiverPages(Optional.empty());
    }
    HttpServer server = HttpServer.create(address.get(), 0);
    page(server, "/metrics", status, now -> new Page(OK, ReceiverMetrics.render(now)));
    page(server, "/status", status, now -> new Page(OK, ReceiverJson.render(now)));
    page(server, "/healthz", status, ReceiverPages::health);
    server.start();
    return new ReceiverPages(Optional.of(server));
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

  private static Page health(Status status) {
    if (status.isHealthy()) {
      return new Page(OK, "ok\n");
    }
    StringBuilder text = new StringBuilder(status.connected() ? "" : "not connected\n");
    status.partitions().stream()
        .filter(partition -> !partition.trouble().isEmpty())
        .forEach(
            partition ->
                text.append("partition ")
                    .append(partition.partition())
                    .append(": ")
                    .append(partition.trouble())
                    .append('\n'));
    return new Page(UNAVAILABLE, text.toString());
  }

  private static void page(
      HttpServer server, String path, Supplier<Status> status, Function<Status, Page> render) {
    server.createContext(path, exchange -> answer(exchange, render.apply(status.get())));
  }

  private static void answer(HttpExchange exchange, Page page) throws IOException {
    try (exchange) {
      byte[] bytes = page.text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(page.code, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private record Page(int code, String text) {}
}
