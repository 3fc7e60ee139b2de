package dev.natsfleet.registry.dynamodb;

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
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.OrderReport;

/**
 * The attributes that are JSON: a record's components by their names. Agents and operators of
 * different versions read each other: a field that is not known is passed over, a text that is
 * missing is empty, a number that is missing is 0. Anything else that is missing makes the
 * attribute unreadable.
 */
final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .withConfigOverride(String.class, Json::emptyWhenMissing)
          .withConfigOverride(int.class, Json::emptyWhenMissing)
          .withConfigOverride(long.class, Json::emptyWhenMissing)
          .withConfigOverride(
              OrderReport.class,
              report -> report.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SET)))
          .addMixIn(Order.class, OrderKinds.class)
          .build()
          .setDefaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL));

  private Json() {}

  /** An order says of which kind it is; one of a kind that is not known can be answered. */
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

  private static void emptyWhenMissing(MutableConfigOverride type) {
    type.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
  }
}
