package dev.natsfleet.logs.program.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** How fast a number of several things grows, per second. */
public final class Rates {

  private final Map<String, Long> before = new HashMap<>();
  private final String number;
  private final double seconds;

  /**
   * Starts without any value.
   *
   * @param number name of the field
   * @param seconds between the two values
   */
  public Rates(String number, double seconds) {
    this.number = number;
    this.seconds = seconds;
  }

  /** Keeps the earlier value. */
  public void remember(String thing, JsonNode status) {
    before.put(thing, StatusJson.number(status, number));
  }

  /** The growth since the earlier value; 0 for a thing that had none. */
  public long of(String thing, JsonNode status) {
    long now = StatusJson.number(status, number);
    return Math.round((now - before.getOrDefault(thing, now)) / seconds);
  }
}
