package dev.natsfleet.logs.outside;

import io.nats.client.support.JsonValue;
import io.nats.client.support.JsonValueUtils;
import java.util.List;
import java.util.function.Function;

/** Numbers and lists of a status, into JSON and out of it. */
public final class Json {

  private static final double MILLIS = 1e3;

  private Json() {}

  /** A list of things. */
  public static <T> JsonValue list(List<T> things, Function<T, JsonValue> json) {
    return new JsonValue(things.stream().map(json).toList());
  }

  /** Seconds, to the millisecond. */
  public static double seconds(double exact) {
    return Math.round(exact * MILLIS) / MILLIS;
  }

  /** A whole number; 0 when there is none. */
  public static long number(JsonValue value, String name) {
    return JsonValueUtils.readLong(value, name, 0);
  }

  /** Any number; 0 when there is none. */
  public static double decimal(JsonValue value, String name) {
    JsonValue number = JsonValueUtils.readValue(value, name);
    return number == null || number.number == null ? 0 : number.number.doubleValue();
  }

  /** A text; empty when there is none. */
  public static String text(JsonValue value, String name) {
    return JsonValueUtils.readString(value, name, "");
  }
}
