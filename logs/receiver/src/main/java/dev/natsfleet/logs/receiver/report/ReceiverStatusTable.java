package dev.natsfleet.logs.receiver.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.natsfleet.logs.program.cli.ColumnFormat;
import dev.natsfleet.logs.program.cli.Rates;
import dev.natsfleet.logs.program.cli.StatusJson;

/** The status of a running receiver as a table for people. */
public final class ReceiverStatusTable {

  /** What the table shows, for people. */
  public static final String COLUMNS =
      """
      fault        what the receiver cannot do now, and why
      partition    its number, its stream, whether it is ours, or why it is stalled
      wait         messages that the stream has and the receiver has not received
      behind       age of the newest line that it has, while others wait

      HOST         name of a host; … stands for its beginning
      LINES        lines written since the start
      LINES/S      the same, in the last second
      READ         bytes that the host's shipper has read and sent
      PUBL         those of them that the stream has acknowledged
      STORED       those that this receiver has received in order
      WRITTEN      those that are durable in its files
      LOST         bytes that no file here will have; unknown: nobody can know how many;
                   120 or more: these 120, and others that nobody can know
      MISSING      bytes that were read, and are neither written nor lost yet
      –            nobody knows: the shipper publishes no audit, or the partition is not ours or stalled
      K M G T P    1,024 bytes, 1,024 of them, and so on; PUBL is short for published
      """;

  private static final int NAME = 20;
  private static final String ROW = "%-" + NAME + "s %11s %8s %7s %7s %7s %7s %14s %10s%n";
  private static final String NONE = "–";

  private ReceiverStatusTable() {}

  /** Partitions and their hosts, with the lines a second since an earlier status. */
  public static String render(JsonNode before, JsonNode after, double seconds) {
    Rates rates = rates(before, seconds);
    StringBuilder table = new StringBuilder();
    boolean connected = StatusJson.isSet(after, "connected");
    table.append("%s%n".formatted(connected ? "connected" : "not connected"));
    StatusJson.items(after, "faults")
        .forEach(fault -> table.append("fault: %s%n".formatted(fault.asText())));
    table.append(
        ROW.formatted(
            "HOST", "LINES", "LINES/S", "READ", "PUBL", "STORED", "WRITTEN", "LOST", "MISSING"));
    for (JsonNode partition : StatusJson.items(after, "partitions")) {
      table.append(head(partition));
      StatusJson.items(partition, "hosts")
          .forEach(host -> table.append(row(host, rates.of(key(partition, host), host))));
    }
    return table.toString();
  }

  private static Rates rates(JsonNode before, double seconds) {
    Rates rates = new Rates("linesWritten", seconds);
    for (JsonNode partition : StatusJson.items(before, "partitions")) {
      StatusJson.items(partition, "hosts")
          .forEach(host -> rates.remember(key(partition, host), host));
    }
    return rates;
  }

  private static String head(JsonNode partition) {
    String fault = StatusJson.text(partition, "fault");
    long pending = StatusJson.number(partition, "pending");
    double lag = StatusJson.decimal(partition, "lagSeconds");
    return "partition %d (%s): %s; %s messages wait, %s s behind%n"
        .formatted(
            StatusJson.number(partition, "partition"),
            StatusJson.text(partition, "stream"),
            fault.isEmpty() ? owner(partition) : "fault: " + fault,
            pending < 0 ? NONE : pending,
            lag < 0 ? NONE : "%.1f".formatted(lag));
  }

  private static String owner(JsonNode partition) {
    return switch (StatusJson.text(partition, "ownership")) {
      case "lease" -> "ours by lease " + StatusJson.number(partition, "leaseToken");
      case "static" -> "ours by list";
      default -> "not ours";
    };
  }

  private static String row(JsonNode host, long rate) {
    JsonNode audit = StatusJson.object(host, "audit");
    boolean known = StatusJson.hasObject(host, "audit");
    return ROW.formatted(
        ColumnFormat.end(StatusJson.text(host, "host"), NAME),
        StatusJson.number(host, "linesWritten"),
        rate,
        known ? size(audit, "read") : NONE,
        known ? size(audit, "published") : NONE,
        known ? size(audit, "stored") : ColumnFormat.size(StatusJson.number(host, "bytesStored")),
        known ? size(audit, "written") : ColumnFormat.size(StatusJson.number(host, "bytesWritten")),
        known ? lost(host, audit) : lost(host),
        known ? StatusJson.number(audit, "missing") : NONE);
  }

  private static String size(JsonNode audit, String name) {
    return ColumnFormat.size(StatusJson.number(audit, name));
  }

  private static String lost(JsonNode host) {
    return ColumnFormat.lost(
        StatusJson.number(host, "lostBytes"), StatusJson.number(host, "unknownGaps"));
  }

  /** By the shipper, which could not read it, and here, where it did not come. */
  private static String lost(JsonNode host, JsonNode audit) {
    JsonNode shipper = StatusJson.object(host, "shipper");
    long unknown =
        Math.max(
            StatusJson.number(host, "unknownGaps"), StatusJson.number(shipper, "unknownLosses"));
    return ColumnFormat.lost(
        StatusJson.number(audit, "lost") + StatusJson.number(shipper, "bytesLost"), unknown);
  }

  private static String key(JsonNode partition, JsonNode host) {
    return StatusJson.number(partition, "partition") + " " + StatusJson.text(host, "host");
  }
}
