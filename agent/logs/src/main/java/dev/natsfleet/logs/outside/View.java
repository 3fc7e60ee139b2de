package dev.natsfleet.logs.outside;

import io.nats.client.support.JsonParseException;
import io.nats.client.support.JsonParser;
import io.nats.client.support.JsonValue;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The status of a running program, shown again and again. */
public final class View {

  private static final long PERIOD_MILLIS = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final double SECOND = 1e9;

  private final URI url;
  private final Table table;

  /** Asks the program that listens at an address. */
  public View(InetSocketAddress at, Table table) {
    this.url = URI.create("http://%s:%d/status".formatted(at.getHostString(), at.getPort()));
    this.table = table;
  }

  /** Shows it so many times, a second apart; the rates are those of the second before. */
  public void show(PrintStream out, long times) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      JsonValue before = ask(client);
      long asked = System.nanoTime();
      for (long shown = 0; shown < times; shown++) {
        Thread.sleep(PERIOD_MILLIS);
        JsonValue after = ask(client);
        long now = System.nanoTime();
        out.print(table.render(before, after, (now - asked) / SECOND));
        before = after;
        asked = now;
      }
    }
  }

  private JsonValue ask(HttpClient client) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
    try {
      return JsonParser.parse(client.send(request, BodyHandlers.ofString()).body());
    } catch (JsonParseException e) {
      throw new IOException(url + " does not answer as a program of the pipeline", e);
    } catch (IOException e) {
      throw new IOException("nothing answers at " + url + ": " + e, e);
    }
  }
}
