package dev.natsfleet.local.client;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** Opens and closes connections to NATS. */
final class NatsClients {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private NatsClients() {}

  /** A connection to this server only; it ignores the servers that the server advertises. */
  static Connection to(String url) {
    return connect(
        Options.builder().server(url).connectionTimeout(CONNECT).ignoreDiscoveredServers());
  }

  /** A connection as applications use it: to any of these servers, with unlimited reconnects. */
  static Connection toAny(List<String> urls) {
    return connect(
        Options.builder()
            .servers(urls.toArray(String[]::new))
            .connectionTimeout(CONNECT)
            .reconnectWait(Duration.ofMillis(100))
            .maxReconnects(-1));
  }

  static void close(Connection connection) {
    try {
      connection.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Connection connect(Options.Builder options) {
    try {
      return Nats.connect(options.build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while connecting to NATS", e);
    }
  }
}
