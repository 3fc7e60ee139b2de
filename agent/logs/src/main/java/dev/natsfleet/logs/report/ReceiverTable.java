package dev.natsfleet.logs.report;

import dev.natsfleet.logs.outside.Json;
import io.nats.client.support.JsonValue;
import io.nats.client.support.JsonValueUtils;

/** What a running receiver says of itself, as a table for people. */
public final class ReceiverTable {

  private static final int NAME = 26;
  private static final String ROW = "%-" + NAME + "s %11s %8s %7s %7s %7s %7s %8s %10s%n";
  private static final String NONE = "–";

  private ReceiverTable() {}

  /** Partitions and their hosts, with the lines a second since an earlier status. */
  public static String render(JsonValue before, JsonValue after, double seconds) {
    Rates rates = rates(before, seconds);
    StringBuilder table = new StringBuilder();
    boolean connected = JsonValueUtils.readBoolean(after, "connected");
    table.append("%s%n".formatted(connected ? "connected" : "not connected"));
    table.append(
        ROW.formatted(
            "HOST", "LINES", "LINES/S", "READ", "PUBL", "STORED", "WRITTEN", "LOST", "MISSING"));
    for (JsonValue partition : JsonValueUtils.readArray(after, "partitions")) {
      table.append(head(partition));
      JsonValueUtils.readArray(partition, "hosts")
          .forEach(host -> table.append(row(host, rates.of(key(partition, host), host))));
    }
    return table.toString();
  }

  private static Rates rates(JsonValue before, double seconds) {
    Rates rates = new Rates("linesWritten", seconds);
    for (JsonValue partition : JsonValueUtils.readArray(before, "partitions")) {
      JsonValueUtils.readArray(partition, "hosts")
          .forEach(host -> rates.remember(key(partition, host), host));
    }
    return rates;
  }

  private static String head(JsonValue partition) {
    String trouble = Json.text(partition, "trouble");
    long pending = Json.number(partition, "pending");
    double lag = Json.decimal(partition, "lagSeconds");
    return "partition %d (%s): %s; %s messages wait, %s s behind%n"
        .formatted(
            Json.number(partition, "partition"),
            Json.text(partition, "stream"),
            trouble.isEmpty() ? owner(partition) : "stalled: " + trouble,
            pending < 0 ? NONE : pending,
            lag < 0 ? NONE : "%.1f".formatted(lag));
  }

  private static String owner(JsonValue partition) {
    return switch (Json.text(partition, "ownership")) {
      case "lease" -> "ours by lease " + Json.number(partition, "leaseToken");
      case "static" -> "ours by list";
      default -> "not ours";
    };
  }

  private static String row(JsonValue host, long rate) {
    JsonValue account = JsonValueUtils.readObject(host, "account");
    boolean known = account.map != null && !account.map.isEmpty();
    return ROW.formatted(
        Columns.end(Json.text(host, "host"), NAME),
        Json.number(host, "linesWritten"),
        rate,
        known ? size(account, "read") : NONE,
        known ? size(account, "published") : NONE,
        known ? size(account, "stored") : Columns.size(Json.number(host, "bytesStored")),
        known ? size(account, "written") : Columns.size(Json.number(host, "bytesWritten")),
        known ? lost(host, account) : lost(host),
        known ? Json.number(account, "missing") : NONE);
  }

  private static String size(JsonValue account, String name) {
    return Columns.size(Json.number(account, name));
  }

  private static String lost(JsonValue host) {
    return Columns.lost(Json.number(host, "lostBytes"), Json.number(host, "unknownGaps"));
  }

  /** By the shipper, which could not read it, and here, where it did not come. */
  private static String lost(JsonValue host, JsonValue account) {
    JsonValue shipper = JsonValueUtils.readObject(host, "shipper");
    long unknown =
        Math.max(Json.number(host, "unknownGaps"), Json.number(shipper, "unknownLosses"));
    return Columns.lost(Json.number(account, "lost") + Json.number(shipper, "bytesLost"), unknown);
  }

  private static String key(JsonValue partition, JsonValue host) {
    return Json.number(partition, "partition") + " " + Json.text(host, "host");
  }
}
