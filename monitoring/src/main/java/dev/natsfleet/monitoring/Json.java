package dev.natsfleet.monitoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value (RFC 8259) to be written. */
public sealed interface Json {

  /** A string. */
  record Text(String value) implements Json {}

  /** A whole number. */
  record Whole(long value) implements Json {}

  /** Any number; one that is not finite is written as null. */
  record Decimal(double value) implements Json {}

  /** True or false. */
  record Flag(boolean value) implements Json {}

  /** An array. */
  record Items(List<Json> items) implements Json {

    public Items {
      items = List.copyOf(items);
    }
  }

  /** An object whose members keep their order. */
  record Members(Map<String, Json> members) implements Json {

    public Members {
      members = new LinkedHashMap<>(members);
    }
  }

  /** On one line, for programs. */
  default String toJson() {
    return JsonWriter.compact().write(this);
  }

  /** One member a line, for people. */
  default String toPrettyJson() {
    return JsonWriter.pretty().write(this);
  }
}
