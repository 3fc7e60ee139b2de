package dev.natsfleet.registry.dynamodb;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Converts attribute values. Reading never fails, so that one malformed row does not hide the
 * others.
 */
final class Attributes {

  private Attributes() {}

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  /** The text of a string or number attribute; empty if it is missing or of another type. */
  static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      return "";
    }
    String text = scalar(value);
    return text == null ? "" : text;
  }

  /** The whole part of a number, which may also be written as text; 0 if it is neither. */
  static long number(Map<String, AttributeValue> item, String name) {
    try {
      return new BigDecimal(text(item, name)).longValue();
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }

  private static @Nullable String scalar(AttributeValue value) {
    return value.n() != null ? value.n() : value.s();
  }
}
