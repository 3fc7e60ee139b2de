package dev.natsfleet.local.wire.form;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A structure of an answer: named texts, numbers, flags, times, lists and structures, in order. */
public final class Shape {

  private final Map<String, Object> fields = new LinkedHashMap<>();

  /** Adds a field; a null is left out. */
  public Shape with(String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
    return this;
  }

  /** Adds a list. */
  public <T> Shape with(String name, Collection<T> items, Function<T, ?> shape) {
    List<?> shapes = items.stream().map(shape).toList();
    return with(name, shapes);
  }

  /** Adds all fields of another one. */
  public Shape merge(Shape other) {
    fields.putAll(other.fields);
    return this;
  }

  Map<String, Object> fields() {
    return fields;
  }

  /** Times as XML writes them. */
  static String text(Object value) {
    return value instanceof Instant instant
        ? Instant.ofEpochMilli(instant.toEpochMilli()).toString()
        : value.toString();
  }
}
