package dev.natsfleet.logs.protocol.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Audits as JSON, the form in which they are in the bucket. */
public final class AuditCodec {

  private static final int GENERATION = 0;
  private static final int READ = 1;
  private static final int PUBLISHED = 2;

  private static final ObjectMapper JSON = new ObjectMapper();

  private AuditCodec() {}

  /** Encodes a head. */
  public static byte[] encode(AuditHead auditHead) {
    return bytes(
        JSON.createObjectNode()
            .put("host", auditHead.host())
            .put("started", auditHead.started())
            .put("at", auditHead.at())
            .put("logs", auditHead.logs())
            .put("linesRead", auditHead.linesRead())
            .put("linesPublished", auditHead.linesPublished())
            .put("bytesLost", auditHead.bytesLost())
            .put("unknownLosses", auditHead.unknownLosses()));
  }

  /** Decodes a head; what is missing counts as 0. */
  public static AuditHead decodeHead(byte[] text) throws IOException {
    JsonNode head = parse(text);
    return new AuditHead(
        head.path("host").asText(""),
        head.path("started").asDouble(),
        head.path("at").asDouble(),
        head.path("logs").asInt(),
        head.path("linesRead").asLong(),
        head.path("linesPublished").asLong(),
        head.path("bytesLost").asLong(),
        head.path("unknownLosses").asLong());
  }

  /** Encodes a page. */
  public static byte[] encode(AuditPage auditPage) {
    ArrayNode logs = JSON.createArrayNode();
    auditPage.logAudits().forEach(logAudit -> logs.add(json(logAudit)));
    ObjectNode page = JSON.createObjectNode().put("started", auditPage.started());
    page.set("logs", logs);
    return bytes(page);
  }

  /** Decodes a page; what is missing counts as 0. */
  public static AuditPage decodePage(byte[] text) throws IOException {
    JsonNode page = parse(text);
    return new AuditPage(
        page.path("started").asDouble(),
        elements(page.path("logs")).map(AuditCodec::decodeLog).toList());
  }

  private static JsonNode parse(byte[] text) throws IOException {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IOException("an audit is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static ObjectNode json(LogAudit logAudit) {
    ArrayNode extents = JSON.createArrayNode();
    logAudit.extents().forEach(extent -> extents.add(json(extent)));
    ObjectNode log =
        JSON.createObjectNode()
            .put("log", logAudit.log())
            .put("path", logAudit.path())
            .put("forgotten", logAudit.forgotten())
            .put("bytesLost", logAudit.bytesLost())
            .put("unknownLosses", logAudit.unknownLosses());
    log.set("extents", extents);
    return log;
  }

  private static ArrayNode json(LogAudit.Extent extent) {
    return JSON.createArrayNode()
        .add(extent.generation())
        .add(extent.read())
        .add(extent.published());
  }

  private static LogAudit decodeLog(JsonNode log) {
    return new LogAudit(
        log.path("log").asLong(),
        log.path("path").asText(""),
        log.path("forgotten").asLong(),
        elements(log.path("extents")).map(AuditCodec::decodeExtent).toList(),
        log.path("bytesLost").asLong(),
        log.path("unknownLosses").asLong());
  }

  private static LogAudit.Extent decodeExtent(JsonNode extent) {
    return new LogAudit.Extent(
        extent.path(GENERATION).asLong(),
        extent.path(READ).asLong(),
        extent.path(PUBLISHED).asLong());
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
