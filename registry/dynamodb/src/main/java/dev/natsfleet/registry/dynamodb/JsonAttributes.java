package dev.natsfleet.registry.dynamodb;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MutableConfigOverride;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.OrderReport;

/**
 * Reads and writes attributes that hold a record as JSON, with the names of its components. Agents
 * and operators of different versions read each other: an unknown field is ignored, a missing text
 * is empty, a missing number is 0, a missing box is null. Any other missing field makes the
 * attribute unreadable.
 */
final class JsonAttributes {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .withConfigOverride(String.class, JsonAttributes::emptyWhenMissing)
          .withConfigOverride(int.class, JsonAttributes::emptyWhenMissing)
          .withConfigOverride(long.class, JsonAttributes::emptyWhenMissing)
          .withConfigOverride(Integer.class, JsonAttributes::nullWhenMissing)
          .withConfigOverride(Long.class, JsonAttributes::nullWhenMissing)
          .withConfigOverride(Boolean.class, JsonAttributes::nullWhenMissing)
          .withConfigOverride(OrderReport.class, JsonAttributes::nullWhenMissing)
          .addMixIn(Order.class, OrderKinds.class)
          .addMixIn(NodeReport.class, ReportNames.class)
          .build()
          .setDefaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL));

  private JsonAttributes() {}

  /**
   * Adds the kind to an order's JSON. An order of an unknown kind can still be read and answered.
   */
  @JsonTypeInfo(
      use = JsonTypeInfo.Id.NAME,
      property = "kind",
      visible = true,
      defaultImpl = Order.Unknown.class)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Order.ApplySettings.class, name = "apply-settings"),
    @JsonSubTypes.Type(value = Order.Drain.class, name = "drain")
  })
  private interface OrderKinds {}

  /** Keeps the name that a report's component has had in rows since the first version. */
  private interface ReportNames {
    @JsonProperty("restarts")
    int crashes();
  }

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value, e);
    }
  }

  /** Throws {@link JsonProcessingException} if the text is not JSON, or not of that type. */
  static <T> T read(String json, Class<T> type) throws JsonProcessingException {
    T value = MAPPER.readValue(json, type);
    if (value == null) {
      throw new JsonParseException(null, "null in place of an object");
    }
    return value;
  }

  private static void nullWhenMissing(MutableConfigOverride type) {
    type.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SET));
  }

  private static void emptyWhenMissing(MutableConfigOverride type) {
    type.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
  }
}
