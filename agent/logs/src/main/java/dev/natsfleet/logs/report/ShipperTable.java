package dev.natsfleet.logs.report;

import dev.natsfleet.logs.outside.Json;
import io.nats.client.support.JsonValue;
import io.nats.client.support.JsonValueUtils;

/** What a running shipper says of itself, as a table for people. */
public final class ShipperTable {

  private static final int NAME = 38;
  private static final String ROW = "%-" + NAME + "s %4s %4s %12s %8s %10s %8s %9s%n";

  private ShipperTable() {}

  /** The shipper and one row a log, with the lines a second since an earlier status. */
  public static String render(JsonValue before, JsonValue after, double seconds) {
    Rates rates = new Rates("linesRead", seconds);
    JsonValueUtils.readArray(before, "logs").forEach(log -> rates.remember(name(log), log));
    StringBuilder table = new StringBuilder(head(after));
    table.append(
        ROW.formatted("FILE", "GEN", "ROT", "LAG BYTES", "LAG S", "LINES", "LINES/S", "LOST"));
    JsonValueUtils.readArray(after, "logs")
        .forEach(log -> table.append(row(log, rates.of(name(log), log))));
    return table.toString();
  }

  private static String head(JsonValue status) {
    String heldBack = Json.text(status, "heldBack");
    return "%s, %d messages stored, %d doubts, %d messages sent again%n"
            .formatted(
                JsonValueUtils.readBoolean(status, "connected") ? "connected" : "not connected",
                Json.number(status, "sequence"),
                Json.number(status, "doubts"),
                Json.number(status, "messagesResent"))
        + "window: %d of %d messages, %d of %d bytes; checkpoint in %.3f s%n"
            .formatted(
                Json.number(status, "windowMessages"),
                Json.number(status, "windowMaxMessages"),
                Json.number(status, "windowBytes"),
                Json.number(status, "windowMaxBytes"),
                Json.decimal(status, "checkpointSeconds"))
        + (heldBack.isEmpty() ? "" : "held back: %s%n".formatted(heldBack));
  }

  private static String row(JsonValue log, long rate) {
    return ROW.formatted(
        Columns.end(name(log), NAME),
        Json.number(log, "generation"),
        Json.number(log, "rotations"),
        Json.number(log, "lagBytes"),
        "%.1f".formatted(Json.decimal(log, "lagSeconds")),
        Json.number(log, "linesRead"),
        rate,
        Columns.lost(Json.number(log, "bytesLost"), Json.number(log, "unknownLosses")));
  }

  private static String name(JsonValue log) {
    return Json.text(log, "path");
  }
}
