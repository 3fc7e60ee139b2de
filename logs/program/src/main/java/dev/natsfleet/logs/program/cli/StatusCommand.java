package dev.natsfleet.logs.program.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The {@code status} command: asks a running program for its status and prints it as a table. */
public final class StatusCommand {

  private static final long PERIOD_MILLIS = 1_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final double SECOND = 1e9;

  private final URI url;
  private final StatusTable statusTable;

  /** Prepares to ask the program that listens at an address. */
  public StatusCommand(InetSocketAddress at, StatusTable statusTable) {
    this.url = URI.create("http://%s:%d/status".formatted(at.getHostString(), at.getPort()));
    this.statusTable = statusTable;
  }

  /**
   * Prints the table {@code times} times, a second apart. Rates are those of the second before.
   *
   * @throws IOException if the program does not answer
   */
  public void show(PrintStream out, long times) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      JsonNode before = read(client);
      long asked = System.nanoTime();
      for (long shown = 0; shown < times; shown++) {
        Thread.sleep(PERIOD_MILLIS);
        JsonNode after = read(client);
        long now = System.nanoTime();
        out.print(statusTable.render(before, after, (now - asked) / SECOND));
        before = after;
        asked = now;
      }
    }
  }

  private JsonNode read(HttpClient client) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(url).timeout(TIMEOUT).build();
    try {
      return StatusJson.parse(client.send(request, BodyHandlers.ofString()).body());
    } catch (JsonProcessingException e) {
      throw new IOException(
          url + " answers, but not with the status of a natsfleet log program", e);
    } catch (IOException e) {
      throw new IOException("nothing answers at " + url + ": " + e, e);
    }
  }
}
