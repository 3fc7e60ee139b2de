package dev.natsfleet.logs.outside;

import io.nats.client.support.JsonValue;

/** How the status of a program looks to people. */
@FunctionalInterface
public interface Table {

  /**
   * The table.
   *
   * @param before an earlier status, for rates
   * @param after the status to show
   * @param seconds between the two
   */
  String render(JsonValue before, JsonValue after, double seconds);
}
