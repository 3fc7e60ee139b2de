package dev.natsfleet.operator.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** {@code /healthz} and {@code /metrics} over HTTP. */
public final class MonitorServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private MonitorServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts to listen.
   *
   * @param at address and port; port 0 takes a free one
   * @param healthy what {@code /healthz} says: 200 or 503
   */
  public static MonitorServer start(
      InetSocketAddress at, OperatorMetrics metrics, BooleanSupplier healthy) throws IOException {
    MonitorServer monitor = new MonitorServer(HttpServer.create(at, 0));
    monitor.server.setExecutor(monitor.threads);
    monitor.server.createContext("/metrics", exchange -> answer(exchange, 200, text(metrics)));
    monitor.server.createContext(
        "/healthz",
        exchange -> {
          boolean well = healthy.getAsBoolean();
          answer(exchange, well ? 200 : 503, (well ? "ok\n" : "not well\n").getBytes(UTF_8));
        });
    monitor.server.start();
    return monitor;
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private static byte[] text(OperatorMetrics metrics) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create().write(text, metrics.registry().scrape());
    return text.toByteArray();
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", PrometheusTextFormatWriter.CONTENT_TYPE);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
