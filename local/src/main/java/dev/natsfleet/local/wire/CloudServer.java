package dev.natsfleet.local.wire;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.natsfleet.local.driver.CloudDriver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The endpoint of all services, and below {@code /_local/} the faults that no API offers. */
public final class CloudServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(CloudServer.class);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Gateway gateway;
  private final FaultMenu faults;

  /**
   * Listens at once.
   *
   * @param address a loopback address; port 0 takes a free one
   */
  public CloudServer(InetSocketAddress address, CloudDriver driver) throws IOException {
    this.gateway = new Gateway(driver);
    this.faults = new FaultMenu(driver);
    this.server = HttpServer.create(address, 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** For {@code AWS_ENDPOINT_URL}. */
  public URI endpoint() {
    InetSocketAddress address = server.getAddress();
    return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
  }

  private void serve(HttpExchange exchange) throws IOException {
    String requestId = UUID.randomUUID().toString();
    try (exchange) {
      Reply reply = reply(exchange, requestId);
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", reply.type());
      exchange.getResponseHeaders().set("x-amzn-RequestId", requestId);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (RuntimeException e) {
      log.error("request not answered id={}", requestId, e);
      throw e;
    }
  }

  private Reply reply(HttpExchange exchange, String requestId) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    if (path.startsWith(FaultMenu.ROOT)) {
      return faults.answer(path.substring(FaultMenu.ROOT.length()), body);
    }
    Headers headers = exchange.getRequestHeaders();
    return gateway.answer(
        new Call(headers.getFirst("Authorization"), headers.getFirst("X-Amz-Target"), body),
        requestId);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
