package dev.natsfleet.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The metadata service of one instance, version 2, as a test steers it. */
public final class ImdsStub implements AutoCloseable {

  private static final String LATEST = "/latest/meta-data/";

  private final HttpServer server;
  private final Map<String, String> values = new ConcurrentHashMap<>();
  private final AtomicInteger tokens = new AtomicInteger();

  /** Starts the service of an instance on its own address. */
  public ImdsStub(String instance, String ip, String zone) {
    put("instance-id", instance);
    put("local-ipv4", ip);
    put("placement/availability-zone", zone);
    put("placement/region", "eu-west-1");
    put("tags/instance/natsfleet:cluster", "team/orders");
    put("tags/instance/natsfleet:pool", "core");
    put("tags/instance/aws:autoscaling:groupName", "natsfleet.team.orders.core");
    put("autoscaling/target-lifecycle-state", "InService");
    try {
      server = HttpServer.create(new InetSocketAddress(ip, 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** Where it answers. */
  public URI endpoint() {
    return URI.create(
        "http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort());
  }

  /** Sets a value below meta-data. */
  public void put(String path, String value) {
    values.put(LATEST + path, value);
  }

  /** Makes every token that was given out invalid. */
  public void expireTokens() {
    tokens.incrementAndGet();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/latest/api/token")) {
      boolean put = exchange.getRequestMethod().equals("PUT");
      exchange.getResponseHeaders().set("X-aws-ec2-metadata-token-ttl-seconds", "21600");
      send(exchange, put ? 200 : 405, token());
    } else if (!token().equals(exchange.getRequestHeaders().getFirst("X-aws-ec2-metadata-token"))) {
      send(exchange, 401, "");
    } else {
      String value = values.get(path);
      send(exchange, value == null ? 404 : 200, value == null ? "" : value);
    }
  }

  private String token() {
    return "token-" + tokens.get();
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
