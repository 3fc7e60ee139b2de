package dev.natsfleet.local.imds;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The metadata service of one instance (IMDSv2): it answers only with a session token. */
final class MetadataServer implements AutoCloseable {

  private static final String TOKEN = "X-aws-ec2-metadata-token";
  private static final String TTL = "X-aws-ec2-metadata-token-ttl-seconds";
  private static final String ROOT = "/latest/";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SessionTokens tokens = new SessionTokens();
  private final Function<String, Optional<String>> read;

  /** An HTTP status and a text. */
  private record MetadataReply(int status, String text) {}

  MetadataServer(InetSocketAddress address, Function<String, Optional<String>> read)
      throws IOException {
    this.read = read;
    this.server = HttpServer.create(address, 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  URI endpoint() {
    InetSocketAddress address = server.getAddress();
    return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      MetadataReply reply = reply(exchange);
      byte[] body = reply.text().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain");
      String ttl = exchange.getRequestHeaders().getFirst(TTL);
      if (ttl != null) {
        exchange.getResponseHeaders().set(TTL, ttl);
      }
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private MetadataReply reply(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    if (exchange.getRequestHeaders().containsKey("X-Forwarded-For")) {
      return new MetadataReply(403, "");
    }
    return switch (exchange.getRequestMethod()) {
      case "PUT" -> token(path, exchange.getRequestHeaders().getFirst(TTL));
      case "GET" -> get(path, exchange.getRequestHeaders().getFirst(TOKEN));
      default -> new MetadataReply(405, "");
    };
  }

  private MetadataReply token(String path, @Nullable String ttl) {
    if (!path.equals("/latest/api/token")) {
      return new MetadataReply(405, "");
    }
    return tokens
        .issue(ttl)
        .map(token -> new MetadataReply(200, token))
        .orElse(new MetadataReply(400, ""));
  }

  private MetadataReply get(String path, @Nullable String token) {
    if (!tokens.isValid(token)) {
      return new MetadataReply(401, "");
    }
    Optional<String> text =
        path.startsWith(ROOT) ? read.apply(path.substring(ROOT.length())) : Optional.empty();
    return text.map(found -> new MetadataReply(200, found)).orElse(new MetadataReply(404, ""));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
