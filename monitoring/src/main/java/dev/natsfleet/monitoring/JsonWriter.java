package dev.natsfleet.monitoring;

import java.util.List;
import java.util.Map;

/** Writes one JSON value as text. */
final class JsonWriter {

  private static final char FIRST_PRINTABLE = ' ';

  private final StringBuilder text = new StringBuilder();
  private final boolean pretty;
  private int depth;

  private JsonWriter(boolean pretty) {
    this.pretty = pretty;
  }

  /** Without any space. */
  static JsonWriter compact() {
    return new JsonWriter(false);
  }

  /** One member a line, arrays on one line. */
  static JsonWriter pretty() {
    return new JsonWriter(true);
  }

  String write(Json json) {
    value(json);
    return text.toString();
  }

  private void value(Json json) {
    switch (json) {
      case Json.Text(String value) -> string(value);
      case Json.Whole(long value) -> text.append(value);
      case Json.Decimal(double value) -> text.append(Double.isFinite(value) ? value : "null");
      case Json.Flag(boolean value) -> text.append(value);
      case Json.Items(List<Json> items) -> array(items);
      case Json.Members(Map<String, Json> members) -> object(members);
    }
  }

  private void array(List<Json> items) {
    text.append('[');
    String separator = pretty ? " " : "";
    for (Json item : items) {
      text.append(separator);
      value(item);
      separator = pretty ? ", " : ",";
    }
    text.append(pretty ? " ]" : "]");
  }

  private void object(Map<String, Json> members) {
    text.append('{');
    depth++;
    String separator = "";
    for (Map.Entry<String, Json> member : members.entrySet()) {
      text.append(separator);
      line();
      string(member.getKey());
      text.append(pretty ? " : " : ":");
      value(member.getValue());
      separator = ",";
    }
    depth--;
    if (!members.isEmpty()) {
      line();
    }
    text.append('}');
  }

  private void line() {
    if (pretty) {
      text.append('\n').repeat("  ", depth);
    }
  }

  private void string(String value) {
    text.append('"');
    value.chars().forEach(this::character);
    text.append('"');
  }

  private void character(int c) {
    switch (c) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> {
        if (c < FIRST_PRINTABLE) {
          text.append("\\u%04x".formatted(c));
        } else {
          text.append((char) c);
        }
      }
    }
  }
}
