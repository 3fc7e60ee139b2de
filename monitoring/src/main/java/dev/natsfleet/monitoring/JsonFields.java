package dev.natsfleet.monitoring;

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
 * The fields of a JSON object, in order: how each is rendered, and what it means. Reference pages
 * are generated from the meanings.
 *
 * @param <T> what the object is rendered from
 */
public final class JsonFields<T> {

  private static final double MILLIS = 1e3;

  private final List<Field<T>> fields = new ArrayList<>();

  /**
   * A field.
   *
   * @param name in the object
   * @param type for people
   * @param meaning in a few words
   * @param value of it; empty when the field is left out
   * @param inner fields of the object, or of each object of the list, that it holds
   */
  public record Field<T>(
      String name,
      String type,
      String meaning,
      Function<T, Optional<Json>> value,
      Optional<JsonFields<?>> inner) {}

  /** Adds a text. */
  public JsonFields<T> text(String name, String meaning, Function<T, String> value) {
    return add(name, "text", meaning, thing -> new Json.Text(value.apply(thing)));
  }

  /** Adds a list of texts. */
  public JsonFields<T> texts(String name, String meaning, Function<T, List<String>> value) {
    return add(
        name,
        "texts",
        meaning,
        thing -> new Json.Items(value.apply(thing).stream().<Json>map(Json.Text::new).toList()));
  }

  /** Adds true or false. */
  public JsonFields<T> flag(String name, String meaning, Predicate<T> value) {
    return add(name, "flag", meaning, thing -> new Json.Flag(value.test(thing)));
  }

  /** Adds a whole number. */
  public JsonFields<T> number(String name, String meaning, ToLongFunction<T> value) {
    return add(name, "number", meaning, thing -> new Json.Whole(value.applyAsLong(thing)));
  }

  /** Adds seconds, rounded to the millisecond. */
  public JsonFields<T> seconds(String name, String meaning, ToDoubleFunction<T> value) {
    return add(
        name,
        "seconds",
        meaning,
        thing -> new Json.Decimal(Math.round(value.applyAsDouble(thing) * MILLIS) / MILLIS));
  }

  /** Adds an object that has fields of its own. */
  public <U> JsonFields<T> one(
      String name, String meaning, JsonFields<U> inner, Function<T, U> value) {
    return maybe(name, meaning, inner, value.andThen(Optional::of));
  }

  /** Adds an object that is left out when there is none. */
  public <U> JsonFields<T> maybe(
      String name, String meaning, JsonFields<U> inner, Function<T, Optional<U>> value) {
    Function<T, Optional<Json>> json = thing -> value.apply(thing).map(inner::render);
    fields.add(new Field<>(name, "object", meaning, json, Optional.of(inner)));
    return this;
  }

  /** Adds a list of objects. */
  public <U> JsonFields<T> list(
      String name, String meaning, JsonFields<U> inner, Function<T, List<U>> value) {
    Function<T, Optional<Json>> json =
        thing ->
            Optional.of(
                new Json.Items(value.apply(thing).stream().<Json>map(inner::render).toList()));
    fields.add(new Field<>(name, "list", meaning, json, Optional.of(inner)));
    return this;
  }

  /** The object of a thing. */
  public Json render(T thing) {
    Map<String, Json> members = new LinkedHashMap<>();
    fields.forEach(
        field -> field.value.apply(thing).ifPresent(json -> members.put(field.name, json)));
    return new Json.Members(members);
  }

  /** All fields, in order. */
  public List<Field<T>> fields() {
    return List.copyOf(fields);
  }

  private JsonFields<T> add(String name, String type, String meaning, Function<T, Json> value) {
    fields.add(new Field<>(name, type, meaning, value.andThen(Optional::of), Optional.empty()));
    return this;
  }
}
