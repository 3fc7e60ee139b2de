package dev.natsfleet.logs.report;

import dev.natsfleet.logs.outside.Json;
import io.nats.client.support.JsonValue;
import java.util.HashMap;
import java.util.Map;

/** How much a number of several things has grown a second. */
final class Rates {

  private final Map<String, Long> before = new HashMap<>();
  private final String number;
  private final double seconds;

  Rates(String number, double seconds) {
    this.number = number;
    this.seconds = seconds;
  }

  void remember(String thing, JsonValue status) {
    before.put(thing, Json.number(status, number));
  }

  /** 0 for a thing that was not there before. */
  long of(String thing, JsonValue status) {
    long now = Json.number(status, number);
    return Math.round((now - before.getOrDefault(thing, now)) / seconds);
  }
}
