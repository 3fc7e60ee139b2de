package dev.natsfleet.logs.report;

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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a running receiver says of itself, as a table for people. */
public final class ReceiverTable {

  private static final String ROW = "%4s %-40s %12s %14s %10s %10s%n";
  private static final long SECOND_MILLIS = 1_000;

  private ReceiverTable() {}

  /** Asks the receiver at an address twice, a second apart, for the rates. */
  public static String of(Optional<InetSocketAddress> address)
      throws IOException, InterruptedException {
    InetSocketAddress at =
        address.orElseThrow(() -> new IOException("set SHIPPER_LISTEN as for the receiver"));
    URI url = URI.create("http://%s:%d/status".formatted(at.getHostString(), at.getPort()));
    try (HttpClient client = HttpClient.newHttpClient()) {
      JsonValue before = ask(client, url);
      Thread.sleep(SECOND_MILLIS);
      return render(before, ask(client, url));
    } catch (JsonParseException e) {
      throw new IOException(url + " does not answer as a receiver", e);
    }
  }

  static String render(JsonValue before, JsonValue after) {
    Map<String, Long> lines = new HashMap<>();
    for (JsonValue partition : JsonValueUtils.readArray(before, "partitions")) {
      for (JsonValue host : JsonValueUtils.readArray(partition, "hosts")) {
        lines.put(key(partition, host), number(host, "lines"));
      }
    }
    StringBuilder table = new StringBuilder();
    boolean connected = JsonValueUtils.readBoolean(after, "connected");
    table.append("%s%n".formatted(connected ? "connected" : "not connected"));
    table.append(ROW.formatted("PART", "HOST", "LINES", "BYTES", "LINES/S", "WAITING"));
    for (JsonValue partition : JsonValueUtils.readArray(after, "partitions")) {
      table.append(head(partition));
      for (JsonValue host : JsonValueUtils.readArray(partition, "hosts")) {
        long rate = number(host, "lines") - lines.getOrDefault(key(partition, host), 0L);
        table.append(row(host, rate));
      }
    }
    return table.toString();
  }

  private static String head(JsonValue partition) {
    String trouble = JsonValueUtils.readString(partition, "trouble");
    String state = JsonValueUtils.readBoolean(partition, "owned") ? "moving" : "not ours";
    return ROW.formatted(
        number(partition, "partition"),
        trouble == null || trouble.isEmpty() ? state : "stalled: " + trouble,
        "",
        "",
        "",
        number(partition, "pending"));
  }

  private static String row(JsonValue host, long rate) {
    String name = JsonValueUtils.readString(host, "host");
    return ROW.formatted("", name, number(host, "lines"), number(host, "bytes"), rate, "");
  }

  private static String key(JsonValue partition, JsonValue host) {
    return number(partition, "partition") + " " + JsonValueUtils.readString(host, "host");
  }

  private static JsonValue ask(HttpClient client, URI url)
      throws IOException, InterruptedException, JsonParseException {
    HttpRequest request = HttpRequest.newBuilder(url).build();
    return JsonParser.parse(client.send(request, BodyHandlers.ofString()).body());
  }

  private static long number(JsonValue value, String name) {
    return JsonValueUtils.readLong(value, name, 0);
  }
}
