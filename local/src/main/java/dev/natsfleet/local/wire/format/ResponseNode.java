package dev.natsfleet.local.wire.format;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A structure in a response: ordered fields whose values are texts, numbers, flags, times, lists or
 * structures.
 */
public final class ResponseNode {

  private final Map<String, Object> fields = new LinkedHashMap<>();

  /** Adds a field; a null adds nothing. */
  public ResponseNode with(String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
    return this;
  }

  /** Adds a list. */
  public <T> ResponseNode with(String name, Collection<T> items, Function<T, ?> shape) {
    List<?> shapes = items.stream().map(shape).toList();
    return with(name, shapes);
  }

  /** Adds all fields of another structure. */
  public ResponseNode merge(ResponseNode other) {
    fields.putAll(other.fields);
    return this;
  }

  Map<String, Object> fields() {
    return fields;
  }

  /** The text of a value in XML; times have milliseconds. */
  static String text(Object value) {
    return value instanceof Instant instant
        ? Instant.ofEpochMilli(instant.toEpochMilli()).toString()
        : value.toString();
  }
}
