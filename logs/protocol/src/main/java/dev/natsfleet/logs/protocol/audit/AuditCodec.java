package dev.natsfleet.logs.protocol.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Audits as JSON, the form in which they are in the bucket. */
public final class AuditCodec {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int EXTENT_FIELDS = 3;

  private AuditCodec() {}

  /** Encodes a head. */
  public static byte[] encode(AuditHead head) {
    return write(
        json -> {
          json.writeStartObject();
          json.writeStringField("host", head.host());
          json.writeNumberField("started", head.started());
          json.writeNumberField("at", head.at());
          json.writeNumberField("logs", head.logs());
          json.writeNumberField("linesRead", head.linesRead());
          json.writeNumberField("linesPublished", head.linesPublished());
          json.writeNumberField("bytesLost", head.bytesLost());
          json.writeNumberField("unknownLosses", head.unknownLosses());
          json.writeEndObject();
        });
  }

  /** Decodes a head; what is missing counts as 0. */
  public static AuditHead decodeHead(byte[] text) throws IOException {
    return AuditParser.head(text);
  }

  /** Encodes a page. All pages are made anew when a shipper starts, each with hundreds of logs. */
  public static byte[] encode(AuditPage page) {
    return write(
        json -> {
          json.writeStartObject();
          json.writeNumberField("started", page.started());
          json.writeArrayFieldStart("logs");
          for (LogAudit log : page.logAudits()) {
            write(json, log);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /** Decodes a page; what is missing counts as 0. */
  public static AuditPage decodePage(byte[] text) throws IOException {
    return AuditParser.page(text);
  }

  private static void write(JsonGenerator json, LogAudit log) throws IOException {
    json.writeStartObject();
    json.writeNumberField("log", log.log());
    json.writeStringField("path", log.path());
    json.writeNumberField("forgotten", log.forgotten());
    json.writeNumberField("bytesLost", log.bytesLost());
    json.writeNumberField("unknownLosses", log.unknownLosses());
    json.writeArrayFieldStart("extents");
    for (LogAudit.Extent extent : log.extents()) {
      json.writeArray(
          new long[] {extent.generation(), extent.read(), extent.published()}, 0, EXTENT_FIELDS);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static byte[] write(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      content.writeTo(json);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    }
    return bytes.toByteArray();
  }

  /** What is written. */
  private interface Content {
    void writeTo(JsonGenerator json) throws IOException;
  }
}
