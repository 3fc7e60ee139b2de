package dev.natsfleet.logs.outside;

import io.nats.client.support.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The fields of a JSON object: how each is made, and what it means.
 *
 * @param <T> what the object is made of
 */
public final class Sheet<T> {

  private final List<Field<T>> fields = new ArrayList<>();

  /**
   * A field.
   *
   * @param name in the object
   * @param type for people
   * @param meaning in a few words
   * @param value of it; empty when there is none
   * @param inner what an object or a list in it has
   */
  public record Field<T>(
      String name,
      String type,
      String meaning,
      Function<T, Optional<JsonValue>> value,
      Optional<Sheet<?>> inner) {}

  /** A text. */
  public Sheet<T> text(String name, String meaning, Function<T, String> value) {
    return add(name, "text", meaning, thing -> new JsonValue(value.apply(thing)));
  }

  /** Yes or no. */
  public Sheet<T> flag(String name, String meaning, Predicate<T> value) {
    return add(name, "flag", meaning, thing -> new JsonValue(value.test(thing)));
  }

  /** A whole number. */
  public Sheet<T> number(String name, String meaning, ToLongFunction<T> value) {
    return add(name, "number", meaning, thing -> new JsonValue(value.applyAsLong(thing)));
  }

  /** Seconds, to the millisecond. */
  public Sheet<T> seconds(String name, String meaning, ToDoubleFunction<T> value) {
    return add(
        name, "seconds", meaning, thing -> new JsonValue(Json.seconds(value.applyAsDouble(thing))));
  }

  /** An object with a sheet of its own. */
  public <U> Sheet<T> one(String name, String meaning, Sheet<U> sheet, Function<T, U> value) {
    return maybe(name, meaning, sheet, value.andThen(Optional::of));
  }

  /** An object that is not always there. */
  public <U> Sheet<T> maybe(
      String name, String meaning, Sheet<U> sheet, Function<T, Optional<U>> value) {
    Function<T, Optional<JsonValue>> json = thing -> value.apply(thing).map(sheet::json);
    fields.add(new Field<>(name, "object", meaning, json, Optional.of(sheet)));
    return this;
  }

  /** A list of objects. */
  public <U> Sheet<T> list(
      String name, String meaning, Sheet<U> sheet, Function<T, List<U>> value) {
    Function<T, Optional<JsonValue>> json =
        thing -> Optional.of(Json.list(value.apply(thing), sheet::json));
    fields.add(new Field<>(name, "list", meaning, json, Optional.of(sheet)));
    return this;
  }

  /** The object of a thing. */
  public JsonValue json(T thing) {
    Map<String, JsonValue> object = new LinkedHashMap<>();
    fields.forEach(one -> one.value.apply(thing).ifPresent(json -> object.put(one.name, json)));
    return new JsonValue(object);
  }

  /** Its fields, in order. */
  public List<Field<T>> fields() {
    return List.copyOf(fields);
  }

  private Sheet<T> add(String name, String type, String meaning, Function<T, JsonValue> value) {
    fields.add(new Field<>(name, type, meaning, value.andThen(Optional::of), Optional.empty()));
    return this;
  }
}
