package dev.natsfleet.logs.outside;

import io.nats.client.support.JsonParseException;
import io.nats.client.support.JsonParser;
import io.nats.client.support.JsonValue;
import io.nats.client.support.JsonValueUtils;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a running shipper says of itself, as a table for people. */
public final class StatusTable {

  private static final String ROW = "%-48s %4s %14s %9s %12s %14s %10s%n";

  private StatusTable() {}

  /** Asks the shipper at an address. */
  public static String of(Optional<InetSocketAddress> address)
      throws IOException, InterruptedException {
    InetSocketAddress at =
        address.orElseThrow(() -> new IOException("set SHIPPER_LISTEN as for the shipper"));
    String url = "http://%s:%d/status".formatted(at.getHostString(), at.getPort());
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
      return render(JsonParser.parse(client.send(request, BodyHandlers.ofString()).body()));
    } catch (JsonParseException e) {
      throw new IOException(url + " does not answer as a shipper", e);
    }
  }

  static String render(JsonValue status) {
    StringBuilder table = new StringBuilder();
    table.append(
        "%s, %d messages stored, %d doubts%n"
            .formatted(
                JsonValueUtils.readBoolean(status, "connected") ? "connected" : "not connected",
                JsonValueUtils.readLong(status, "sequence", 0),
                JsonValueUtils.readLong(status, "doubts", 0)));
    table.append(ROW.formatted("FILE", "GEN", "LAG BYTES", "LAG S", "LINES", "BYTES", "LOST"));
    List<JsonValue> logs = JsonValueUtils.readArray(status, "logs");
    logs.forEach(log -> table.append(row(log)));
    return table.toString();
  }

  private static String row(JsonValue log) {
    return ROW.formatted(
        JsonValueUtils.readString(log, "path"),
        number(log, "generation"),
        number(log, "lagBytes"),
        String.format(Locale.ROOT, "%.1f", seconds(log)),
        number(log, "linesSent"),
        number(log, "bytesSent"),
        number(log, "bytesLost"));
  }

  private static double seconds(JsonValue log) {
    return Double.parseDouble(JsonValueUtils.readValue(log, "lagSeconds").toJson());
  }

  private static long number(JsonValue log, String name) {
    return JsonValueUtils.readLong(log, name, 0);
  }
}
