package dev.natsfleet.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The wire side of Auto Scaling, as far as an agent calls it: every action succeeds. */
final class AutoScalingStub implements AutoCloseable {

  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  AutoScalingStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(TestLoopback.next(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  URI endpoint() {
    return URI.create(
        "http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort());
  }

  /** Bodies of the requests for an action, in order. */
  List<String> requests(String action) {
    return requests.stream().filter(body -> body.contains("Action=" + action + "&")).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(body);
      String action = body.replaceFirst(".*Action=(\\w+).*", "$1");
      byte[] bytes = success(action).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String success(String action) {
    return "<%1$sResponse xmlns=\"http://autoscaling.amazonaws.com/doc/2011-01-01/\"><%1$sResult/></%1$sResponse>"
        .formatted(action);
  }
}
