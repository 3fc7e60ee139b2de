package dev.natsfleet.logs.report;

import dev.natsfleet.logs.outside.Json;
import io.nats.client.support.JsonValue;
import io.nats.client.support.JsonValueUtils;

/** What a running shipper says of itself, as a table for people. */
public final class ShipperTable {

  private static final String ROW = "%-48s %4s %14s %9s %12s %10s %14s %10s%n";

  private ShipperTable() {}

  /** The shipper and one row a log, with the lines a second since an earlier status. */
  public static String render(JsonValue before, JsonValue after, double seconds) {
    Rates rates = new Rates("linesSent", seconds);
    JsonValueUtils.readArray(before, "logs").forEach(log -> rates.remember(name(log), log));
    StringBuilder table = new StringBuilder();
    table.append(
        "%s, %d messages stored, %d doubts%n"
            .formatted(
                JsonValueUtils.readBoolean(after, "connected") ? "connected" : "not connected",
                Json.number(after, "sequence"),
                Json.number(after, "doubts")));
    table.append(
        ROW.formatted("FILE", "GEN", "LAG BYTES", "LAG S", "LINES", "LINES/S", "BYTES", "LOST"));
    JsonValueUtils.readArray(after, "logs")
        .forEach(log -> table.append(row(log, rates.of(name(log), log))));
    return table.toString();
  }

  private static String row(JsonValue log, long rate) {
    return ROW.formatted(
        name(log),
        Json.number(log, "generation"),
        Json.number(log, "lagBytes"),
        "%.1f".formatted(Json.decimal(log, "lagSeconds")),
        Json.number(log, "linesSent"),
        rate,
        Json.number(log, "bytesSent"),
        Json.number(log, "bytesLost"));
  }

  private static String name(JsonValue log) {
    return Json.text(log, "path");
  }
}
