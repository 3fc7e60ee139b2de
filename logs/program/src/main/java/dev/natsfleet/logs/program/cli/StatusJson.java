package dev.natsfleet.logs.program.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** Reads the status of a running program. */
public final class StatusJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private StatusJson() {}

  /** Reads a text that holds one value. */
  public static JsonNode parse(String text) throws JsonProcessingException {
    return MAPPER.readValue(text, JsonNode.class);
  }

  /** A whole number; 0 when there is none. */
  public static long number(JsonNode object, String name) {
    JsonNode field = object.path(name);
    return field.isIntegralNumber() ? field.longValue() : 0;
  }

  /** Any number; 0 when there is none. */
  public static double decimal(JsonNode object, String name) {
    return object.path(name).doubleValue();
  }

  /** A text; empty when there is none. */
  public static String text(JsonNode object, String name) {
    JsonNode field = object.path(name);
    return field.isTextual() ? field.textValue() : "";
  }

  /** True or false; false when there is none. */
  public static boolean isSet(JsonNode object, String name) {
    return object.path(name).booleanValue();
  }

  /** Whether there is an object of this name that has any field. */
  public static boolean hasObject(JsonNode object, String name) {
    return object(object, name).isObject() && !object(object, name).isEmpty();
  }

  /** An object, or something without fields when there is none. */
  public static JsonNode object(JsonNode object, String name) {
    return object.path(name);
  }

  /** The items of an array; none when there is no array. */
  public static List<JsonNode> items(JsonNode object, String name) {
    JsonNode field = object.path(name);
    return field.isArray() ? field.valueStream().toList() : List.of();
  }
}
