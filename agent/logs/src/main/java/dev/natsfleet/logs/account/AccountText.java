package dev.natsfleet.logs.account;

import io.nats.client.support.JsonParseException;
import io.nats.client.support.JsonParser;
import io.nats.client.support.JsonValue;
import io.nats.client.support.JsonValueUtils;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Accounts as JSON. */
public final class AccountText {

  private static final int GENERATION = 0;
  private static final int READ = 1;
  private static final int PUBLISHED = 2;

  private AccountText() {}

  /** Writes a head. */
  public static byte[] of(Head head) {
    return bytes(
        JsonValueUtils.mapBuilder()
            .put("host", head.host())
            .put("started", head.started())
            .put("at", head.at())
            .put("logs", head.logs())
            .put("linesRead", head.linesRead())
            .put("linesPublished", head.linesPublished())
            .put("bytesLost", head.bytesLost())
            .put("unknownLosses", head.unknownLosses())
            .toJsonValue());
  }

  /** Reads a head. */
  public static Head head(byte[] text) throws JsonParseException {
    JsonValue head = JsonParser.parse(text);
    return new Head(
        JsonValueUtils.readString(head, "host", ""),
        decimal(head, "started"),
        decimal(head, "at"),
        JsonValueUtils.readInteger(head, "logs", 0),
        number(head, "linesRead"),
        number(head, "linesPublished"),
        number(head, "bytesLost"),
        number(head, "unknownLosses"));
  }

  /** Writes a page. */
  public static byte[] of(Page page) {
    return bytes(
        JsonValueUtils.mapBuilder()
            .put("started", page.started())
            .put("logs", new JsonValue(page.entries().stream().map(AccountText::json).toList()))
            .toJsonValue());
  }

  /** Reads a page. */
  public static Page page(byte[] text) throws JsonParseException {
    JsonValue page = JsonParser.parse(text);
    return new Page(
        decimal(page, "started"),
        JsonValueUtils.readArray(page, "logs").stream().map(AccountText::entry).toList());
  }

  private static JsonValue json(Entry entry) {
    return JsonValueUtils.mapBuilder()
        .put("log", entry.log())
        .put("path", entry.path())
        .put("forgotten", entry.forgotten())
        .put("bytesLost", entry.bytesLost())
        .put("unknownLosses", entry.unknownLosses())
        .put("extents", new JsonValue(entry.extents().stream().map(AccountText::json).toList()))
        .toJsonValue();
  }

  private static JsonValue json(Entry.Extent one) {
    return new JsonValue(
        List.of(
            new JsonValue(one.generation()),
            new JsonValue(one.read()),
            new JsonValue(one.published())));
  }

  private static Entry entry(JsonValue log) {
    return new Entry(
        number(log, "log"),
        JsonValueUtils.readString(log, "path", ""),
        number(log, "forgotten"),
        JsonValueUtils.readArray(log, "extents").stream().map(AccountText::extent).toList(),
        number(log, "bytesLost"),
        number(log, "unknownLosses"));
  }

  private static Entry.Extent extent(JsonValue one) {
    return new Entry.Extent(number(one, GENERATION), number(one, READ), number(one, PUBLISHED));
  }

  private static long number(JsonValue list, int index) {
    boolean there = list.array != null && index < list.array.size();
    return there ? JsonValueUtils.getLong(list.array.get(index), 0) : 0;
  }

  private static long number(JsonValue object, String name) {
    return JsonValueUtils.readLong(object, name, 0);
  }

  private static double decimal(JsonValue object, String name) {
    JsonValue value = JsonValueUtils.readValue(object, name);
    return value == null || value.number == null ? 0 : value.number.doubleValue();
  }

  private static byte[] bytes(JsonValue json) {
    return json.toJson().getBytes(StandardCharsets.UTF_8);
  }
}
