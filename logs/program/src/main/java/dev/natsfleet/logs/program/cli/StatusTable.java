package dev.natsfleet.logs.program.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** Renders the status of a program for people. */
@FunctionalInterface
public interface StatusTable {

  /**
   * Renders a table.
   *
   * @param before an earlier status, for rates
   * @param after the status to show
   * @param seconds between the two
   */
  String render(JsonNode before, JsonNode after, double seconds);
}
