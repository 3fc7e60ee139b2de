package dev.natsfleet.logs.report;

import dev.natsfleet.logs.outside.Json;
import io.nats.client.support.JsonValue;
import io.nats.client.support.JsonValueUtils;

/** What a running receiver says of itself, as a table for people. */
public final class ReceiverTable {

  private static final String ROW = "%4s %-40s %10s %8s %12s %10s %14s%n";

  private ReceiverTable() {}

  /** Partitions and their hosts, with the lines a second since an earlier status. */
  public static String render(JsonValue before, JsonValue after, double seconds) {
    Rates rates = rates(before, seconds);
    StringBuilder table = new StringBuilder();
    boolean connected = JsonValueUtils.readBoolean(after, "connected");
    table.append("%s%n".formatted(connected ? "connected" : "not connected"));
    table.append(ROW.formatted("PART", "HOST", "WAITING", "LAG S", "LINES", "LINES/S", "BYTES"));
    for (JsonValue partition : JsonValueUtils.readArray(after, "partitions")) {
      table.append(head(partition));
      JsonValueUtils.readArray(partition, "hosts")
          .forEach(host -> table.append(row(host, rates.of(key(partition, host), host))));
    }
    return table.toString();
  }

  private static Rates rates(JsonValue before, double seconds) {
    Rates rates = new Rates("lines", seconds);
    for (JsonValue partition : JsonValueUtils.readArray(before, "partitions")) {
      JsonValueUtils.readArray(partition, "hosts")
          .forEach(host -> rates.remember(key(partition, host), host));
    }
    return rates;
  }

  private static String head(JsonValue partition) {
    String trouble = Json.text(partition, "trouble");
    String state = JsonValueUtils.readBoolean(partition, "owned") ? "moving" : "not ours";
    return ROW.formatted(
        Json.number(partition, "partition"),
        trouble.isEmpty() ? state : "stalled: " + trouble,
        Json.number(partition, "pending"),
        "%.1f".formatted(Json.decimal(partition, "lagSeconds")),
        "",
        "",
        "");
  }

  private static String row(JsonValue host, long rate) {
    return ROW.formatted(
        "",
        Json.text(host, "host"),
        "",
        "",
        Json.number(host, "lines"),
        rate,
        Json.number(host, "bytes"));
  }

  private static String key(JsonValue partition, JsonValue host) {
    return Json.number(partition, "partition") + " " + Json.text(host, "host");
  }
}
