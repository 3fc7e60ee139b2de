package dev.natsfleet.values;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Builds records for tests by the names of their components, also of those in records inside. A
 * test names what it is about; a component that is added later needs no change in it.
 */
public final class RecordSample {

  private static final int FILLED = 1000;
  private static final int OTHER = 2000;

  private RecordSample() {}

  /** What stands in a component that nobody named, or inside of it. */
  private interface Filler {

    @Nullable Object value(RecordComponent component, Map<String, ?> inside);
  }

  /** A record with these components; others are 0, empty, false, or null where they are boxes. */
  public static <R extends Record> R of(Class<R> type, Map<String, ?> components) {
    return build(
        type,
        components,
        (component, inside) ->
            component.getType().isRecord() ? of(part(component), inside) : blank(component));
  }

  /** The same record with other values for these components. */
  public static <R extends Record> R copy(R record, Map<String, ?> components) {
    @SuppressWarnings("unchecked")
    Class<R> type = (Class<R>) record.getClass();
    return build(
        type,
        components,
        (component, inside) ->
            read(component, record) instanceof Record part
                ? copy(part, inside)
                : read(component, record));
  }

  /** A record in which every component has a value that follows from its name alone. */
  public static <R extends Record> R filled(Class<R> type) {
    return filledBut(type, "");
  }

  /** The same with another value in the component of this name. */
  public static <R extends Record> R filledBut(Class<R> type, String name) {
    return build(
        type,
        Map.of(),
        (component, inside) ->
            component.getType().isRecord()
                ? filledBut(part(component), name)
                : filled(component, component.getName().equals(name) ? OTHER : FILLED));
  }

  /** The names of all components that are no records themselves, also of those inside. */
  public static List<String> names(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(
            component ->
                component.getType().isRecord()
                    ? names(part(component)).stream()
                    : Stream.of(component.getName()))
        .toList();
  }

  private static <R extends Record> R build(Class<R> type, Map<String, ?> given, Filler filler) {
    if (!names(type).containsAll(given.keySet())) {
      throw new IllegalArgumentException(
          type + " has " + names(type) + " and not all of " + given.keySet());
    }
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] arguments = new @Nullable Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      Object value = given.get(components[i].getName());
      arguments[i] =
          value == null
              ? filler.value(components[i], inside(components[i], given))
              : fit(types[i], value);
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type + " cannot be built from " + given, e);
    }
  }

  private static Map<String, ?> inside(RecordComponent component, Map<String, ?> given) {
    List<String> names = component.getType().isRecord() ? names(part(component)) : List.of();
    return given.entrySet().stream()
        .filter(each -> names.contains(each.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Class<? extends Record> part(RecordComponent component) {
    return component.getType().asSubclass(Record.class);
  }

  private static @Nullable Object read(RecordComponent component, Record owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(owner + " cannot be read", e);
    }
  }

  private static Object fit(Class<?> type, Object value) {
    boolean isLong = type == long.class || type == Long.class;
    return isLong && value instanceof Integer number ? (Object) number.longValue() : value;
  }

  private static @Nullable Object blank(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == String.class) {
      return "";
    }
    if (type == boolean.class) {
      return false;
    }
    return type.isPrimitive() ? fit(type, 0) : null;
  }

  private static Object filled(RecordComponent component, int base) {
    Class<?> type = component.getType();
    if (type == String.class) {
      return component.getName() + "-" + base;
    }
    if (type == boolean.class || type == Boolean.class) {
      return base == FILLED;
    }
    return fit(type, base + Math.floorMod(component.getName().hashCode(), 1000));
  }
}
