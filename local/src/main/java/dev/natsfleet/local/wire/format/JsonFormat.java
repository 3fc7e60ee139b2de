package dev.natsfleet.local.wire.format;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.natsfleet.local.cloud.error.CloudException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON requests into parameters, and writes responses as JSON. */
public final class JsonFormat {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonFormat() {}

  /** The parameters in a request's body, with list entries as {@code Name.1}. */
  public static Params read(String body) {
    Map<String, String> values = new HashMap<>();
    try {
      flatten("", MAPPER.readTree(body.isEmpty() ? "{}" : body), values);
    } catch (JacksonException e) {
      throw CloudException.of("SerializationException", "The request body is not JSON.");
    }
    return Params.json(values);
  }

  private static void flatten(String name, JsonNode node, Map<String, String> values) {
    String prefix = name.isEmpty() ? "" : name + ".";
    if (node.isObject()) {
      node.properties()
          .forEach(field -> flatten(prefix + field.getKey(), field.getValue(), values));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        flatten(prefix + (i + 1), node.get(i), values);
      }
    } else if (!node.isNull()) {
      values.put(name, node.asText());
    }
  }

  public static String write(ResponseNode responseNode) {
    return node(responseNode).toString();
  }

  private static JsonNode node(Object value) {
    return switch (value) {
      case ResponseNode responseNode -> {
        ObjectNode object = NODES.objectNode();
        responseNode.fields().forEach((name, field) -> object.set(name, node(field)));
        yield object;
      }
      case List<?> list -> {
        ArrayNode array = NODES.arrayNode();
        list.forEach(entry -> array.add(node(entry)));
        yield array;
      }
      case Boolean flag -> NODES.booleanNode(flag);
      case Number number -> NODES.numberNode(number.longValue());
      case Instant time -> NODES.numberNode(time.toEpochMilli() / 1000.0);
      default -> NODES.textNode(value.toString());
    };
  }
}
