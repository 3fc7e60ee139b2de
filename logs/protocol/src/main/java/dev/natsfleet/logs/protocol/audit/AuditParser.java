package dev.natsfleet.logs.protocol.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.stream.StreamSupport;

/**
 * Reads audits; apart from {@link AuditCodec}, so that a shipper, which reads none, stays small.
 */
final class AuditParser {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int GENERATION = 0;
  private static final int READ = 1;
  private static final int PUBLISHED = 2;

  private AuditParser() {}

  static AuditHead head(byte[] text) throws IOException {
    JsonNode head = parse(text);
    return new AuditHead(
        head.path("host").asText(),
        head.path("started").asDouble(),
        head.path("at").asDouble(),
        head.path("logs").asInt(),
        head.path("linesRead").asLong(),
        head.path("linesPublished").asLong(),
        head.path("bytesLost").asLong(),
        head.path("unknownLosses").asLong());
  }

  static AuditPage page(byte[] text) throws IOException {
    JsonNode page = parse(text);
    return new AuditPage(
        page.path("started").asDouble(),
        StreamSupport.stream(page.path("logs").spliterator(), false)
            .map(AuditParser::log)
            .toList());
  }

  private static LogAudit log(JsonNode log) {
    return new LogAudit(
        log.path("log").asLong(),
        log.path("path").asText(),
        log.path("forgotten").asLong(),
        StreamSupport.stream(log.path("extents").spliterator(), false)
            .map(AuditParser::extent)
            .toList(),
        log.path("bytesLost").asLong(),
        log.path("unknownLosses").asLong());
  }

  private static LogAudit.Extent extent(JsonNode one) {
    return new LogAudit.Extent(
        one.path(GENERATION).asLong(), one.path(READ).asLong(), one.path(PUBLISHED).asLong());
  }

  private static JsonNode parse(byte[] text) throws IOException {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IOException("an audit is no JSON: " + e.getOriginalMessage(), e);
    }
  }
}
