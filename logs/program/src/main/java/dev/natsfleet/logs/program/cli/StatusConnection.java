package dev.natsfleet.logs.program.cli;

import dev.natsfleet.monitoring.Response;
import dev.natsfleet.monitoring.UnixSocketClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** How the {@code status} command reaches a running program; its text says where that is. */
public sealed interface StatusConnection {

  /** What {@code /status} answers. */
  Response read() throws IOException, InterruptedException;

  /** Over TCP, at {@code SHIPPER_LISTEN}. */
  record Tcp(InetSocketAddress address) implements StatusConnection {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Override
    public Response read() throws IOException, InterruptedException {
      try (HttpClient client = HttpClient.newHttpClient()) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(toString())).timeout(TIMEOUT).build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return new Response(answer.statusCode(), type, answer.body());
      }
    }

    @Override
    public String toString() {
      return "http://%s:%d/status".formatted(address.getHostString(), address.getPort());
    }
  }

  /** At the socket in the state directory. */
  record Socket(Path path) implements StatusConnection {

    @Override
    public Response read() throws IOException {
      return UnixSocketClient.get(path, "/status");
    }

    @Override
    public String toString() {
      return path.toString();
    }
  }
}
