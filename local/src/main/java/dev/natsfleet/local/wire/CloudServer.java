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

/** The HTTP endpoint of all services; paths below {@code /_local/} inject faults. */
public final class CloudServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CloudServer.class);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final RequestDispatcher dispatcher;
  private final FaultEndpoint faults;

  /**
   * Starts listening.
   *
   * @param address a loopback address; port 0 takes a free one
   */
  public CloudServer(InetSocketAddress address, CloudDriver driver) throws IOException {
    this.dispatcher = new RequestDispatcher(driver);
    this.faults = new FaultEndpoint(driver);
    this.server = HttpServer.create(address, 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** The URL for {@code AWS_ENDPOINT_URL}. */
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
      LOG.atError()
          .addKeyValue("requestId", requestId)
          .setCause(e)
          .log("request failed; its connection is closed without an answer");
      throw e;
    }
  }

  private Reply reply(HttpExchange exchange, String requestId) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    if (path.startsWith(FaultEndpoint.ROOT)) {
      return faults.answer(path.substring(FaultEndpoint.ROOT.length()), body);
    }
    Headers headers = exchange.getRequestHeaders();
    return dispatcher.answer(
        new IncomingRequest(
            headers.getFirst("Authorization"), headers.getFirst("X-Amz-Target"), body),
        requestId);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
