package dev.natsfleet.logs.protocol.audit;

import io.nats.client.support.Encoding;
import io.nats.client.support.JsonParseException;
import io.nats.client.support.JsonParser;
import io.nats.client.support.JsonValue;
import io.nats.client.support.JsonValueUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Audits as JSON, the form in which they are in the bucket. */
public final class AuditCodec {

  private static final int GENERATION = 0;
  private static final int READ = 1;
  private static final int PUBLISHED = 2;

  private AuditCodec() {}

  /** Encodes a head. */
  public static byte[] encode(AuditHead auditHead) {
    return bytes(
        JsonValueUtils.mapBuilder()
            .put("host", auditHead.host())
            .put("started", auditHead.started())
            .put("at", auditHead.at())
            .put("logs", auditHead.logs())
            .put("linesRead", auditHead.linesRead())
            .put("linesPublished", auditHead.linesPublished())
            .put("bytesLost", auditHead.bytesLost())
            .put("unknownLosses", auditHead.unknownLosses())
            .toJsonValue());
  }

  /** Decodes a head; what is missing counts as 0. */
  public static AuditHead decodeHead(byte[] text) throws IOException {
    JsonValue head = parse(text);
    return new AuditHead(
        JsonValueUtils.readString(head, "host", ""),
        decimal(head, "started"),
        decimal(head, "at"),
        JsonValueUtils.readInteger(head, "logs", 0),
        number(head, "linesRead"),
        number(head, "linesPublished"),
        number(head, "bytesLost"),
        number(head, "unknownLosses"));
  }

  /**
   * Encodes a page. A page has hundreds of logs, and all pages are made anew when a shipper starts:
   * its text is written at once, without a value for each part.
   */
  public static byte[] encode(AuditPage auditPage) {
    StringBuilder page = new StringBuilder("{\"started\":").append(auditPage.started());
    String separator = ",\"logs\":[";
    for (LogAudit logAudit : auditPage.logAudits()) {
      append(page.append(separator), logAudit);
      separator = ",";
    }
    page.append(auditPage.logAudits().isEmpty() ? ",\"logs\":[]}" : "]}");
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Decodes a page; what is missing counts as 0. */
  public static AuditPage decodePage(byte[] text) throws IOException {
    JsonValue page = parse(text);
    return new AuditPage(
        decimal(page, "started"),
        JsonValueUtils.readArray(page, "logs").stream().map(AuditCodec::decodeLog).toList());
  }

  private static JsonValue parse(byte[] text) throws IOException {
    try {
      return JsonParser.parse(text);
    } catch (JsonParseException e) {
      throw new IOException("an audit is no JSON: " + e.getMessage(), e);
    }
  }

  private static void append(StringBuilder page, LogAudit log) {
    Encoding.jsonEncode(
        page.append("{\"log\":").append(log.log()).append(",\"path\":\""), log.path());
    page.append("\",\"forgotten\":").append(log.forgotten());
    page.append(",\"bytesLost\":").append(log.bytesLost());
    page.append(",\"unknownLosses\":").append(log.unknownLosses()).append(",\"extents\":[");
    String separator = "[";
    for (LogAudit.Extent extent : log.extents()) {
      page.append(separator).append(extent.generation()).append(',').append(extent.read());
      page.append(',').append(extent.published()).append(']');
      separator = ",[";
    }
    page.append("]}");
  }

  private static LogAudit decodeLog(JsonValue log) {
    return new LogAudit(
        number(log, "log"),
        JsonValueUtils.readString(log, "path", ""),
        number(log, "forgotten"),
        JsonValueUtils.readArray(log, "extents").stream().map(AuditCodec::decodeExtent).toList(),
        number(log, "bytesLost"),
        number(log, "unknownLosses"));
  }

  private static LogAudit.Extent decodeExtent(JsonValue one) {
    return new LogAudit.Extent(number(one, GENERATION), number(one, READ), number(one, PUBLISHED));
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
