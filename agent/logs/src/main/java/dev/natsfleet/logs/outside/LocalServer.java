package dev.natsfleet.logs.outside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP on loopback: the pages of a program. */
public final class LocalServer implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalServer.class);

  private final Optional<HttpServer> server;

  private LocalServer(Optional<HttpServer> server) {
    this.server = server;
  }

  /** Listens when there is an address; port 0 takes any free one. */
  public static LocalServer start(Optional<InetSocketAddress> address, Pages pages)
      throws IOException {
    if (address.isEmpty()) {
      return new LocalServer(Optional.empty());
    }
    HttpServer server = HttpServer.create(address.get(), 0);
    pages
        .byPath()
        .forEach((path, source) -> server.createContext(path, call -> answer(call, source)));
    server.start();
    return new LocalServer(Optional.of(server));
  }

  /** Says where it listens. */
  public void announce() {
    address().ifPresent(at -> LOG.atInfo().addKeyValue("address", at).log("listening"));
  }

  /** Where it listens. */
  Optional<InetSocketAddress> address() {
    return server.map(HttpServer::getAddress);
  }

  @Override
  public void close() {
    server.ifPresent(open -> open.stop(0));
  }

  private static void answer(HttpExchange exchange, Pages.Source source) throws IOException {
    try (exchange) {
      Page page = page(source);
      byte[] bytes = page.text().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(page.code(), bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Page page(Pages.Source source) throws InterruptedException {
    try {
      return source.page();
    } catch (TimeoutException e) {
      return Page.unavailable("the program does not answer\n");
    }
  }
}
