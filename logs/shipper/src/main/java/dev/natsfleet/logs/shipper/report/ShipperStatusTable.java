package dev.natsfleet.logs.shipper.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.natsfleet.logs.program.cli.ColumnFormat;
import dev.natsfleet.logs.program.cli.Rates;
import dev.natsfleet.logs.program.cli.StatusJson;

/** Renders the status of a running shipper as a table for people. */
public final class ShipperStatusTable {

  /** What the table shows, for people. */
  public static final String COLUMNS =
      """
      connected    a session with the stream is open
      stored       messages that the stream has acknowledged
      unconfirmed  sessions that ended without knowing what is stored; the next one asks the stream
      window       messages and bytes that wait for an acknowledgement, of those that may
      checkpoint   how long it took to write the last one
      held back    why nothing new is sent

      FILE         name of a log; … stands for its beginning
      GEN          number of its newest generation: a file that has, or had, the name, up to a truncation
      ROT          how often the name came to stand for another file since the start
      LAG BYTES    bytes that were seen in the files and are not acknowledged
      LAG S        seconds for which the oldest of them has waited
      LINES        lines read and sent since the start, each once
      LINES/S      the same, in the last second
      LOST         bytes that went away before they could be read; unknown: nobody can know how many did;
                   120 or more: these 120, and others that nobody can know
      """;

  private static final int NAME = 33;
  private static final String ROW = "%-" + NAME + "s %4s %4s %12s %8s %10s %8s %14s%n";

  private ShipperStatusTable() {}

  /** One row for each log, with its lines a second since an earlier status. */
  public static String render(JsonNode before, JsonNode after, double seconds) {
    Rates rates = new Rates("linesRead", seconds);
    StatusJson.items(before, "logs").forEach(log -> rates.remember(name(log), log));
    StringBuilder table = new StringBuilder(head(after));
    table.append(
        ROW.formatted("FILE", "GEN", "ROT", "LAG BYTES", "LAG S", "LINES", "LINES/S", "LOST"));
    StatusJson.items(after, "logs")
        .forEach(log -> table.append(row(log, rates.of(name(log), log))));
    return table.toString();
  }

  private static String head(JsonNode status) {
    String heldBack = StatusJson.text(status, "heldBack");
    return "%s, %d messages stored, %d unconfirmed sessions, %d messages sent again%n"
            .formatted(
                StatusJson.isSet(status, "connected") ? "connected" : "not connected",
                StatusJson.number(status, "sequence"),
                StatusJson.number(status, "unconfirmedSessions"),
                StatusJson.number(status, "messagesResent"))
        + "window: %d of %d messages, %d of %d bytes; checkpoint in %.3f s%n"
            .formatted(
                StatusJson.number(status, "windowMessages"),
                StatusJson.number(status, "windowMaxMessages"),
                StatusJson.number(status, "windowBytes"),
                StatusJson.number(status, "windowMaxBytes"),
                StatusJson.decimal(status, "checkpointSeconds"))
        + (heldBack.isEmpty() ? "" : "held back: %s%n".formatted(heldBack));
  }

  private static String row(JsonNode log, long rate) {
    return ROW.formatted(
        ColumnFormat.end(name(log), NAME),
        StatusJson.number(log, "generation"),
        StatusJson.number(log, "rotations"),
        StatusJson.number(log, "lagBytes"),
        "%.1f".formatted(StatusJson.decimal(log, "lagSeconds")),
        StatusJson.number(log, "linesRead"),
        rate,
        ColumnFormat.lost(
            StatusJson.number(log, "bytesLost"), StatusJson.number(log, "unknownLosses")));
  }

  private static String name(JsonNode log) {
    return StatusJson.text(log, "path");
  }
}
