package dev.natsfleet.operator.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The API server's own log of who did what, and whether it was allowed. */
final class ApiAudit {

  private static final String FILE = "audit.log";
  private static final int CREATED = 201;
  private static final int FORBIDDEN = 403;
  private static final ObjectMapper JSON = new ObjectMapper();

  private ApiAudit() {}

  /** One call, as a rule of a role would allow it. */
  record Call(String group, String resource, String verb, boolean denied) {}

  /** What makes the API server keep the log. */
  static List<String> arguments(Path directory) {
    try {
      Path policy =
          Files.writeString(
              Files.createDirectories(directory).resolve("audit-policy.yaml"),
              """
              apiVersion: audit.k8s.io/v1
              kind: Policy
              omitStages: [RequestReceived]
              rules:
                - level: Metadata
                  users: ["%s"]
                - level: None
              """
                  .formatted(ChartRights.USER));
      return List.of(
          "--audit-policy-file=" + policy, "--audit-log-path=" + directory.resolve(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every call of the chart's service account to a resource. */
  static List<Call> calls() throws IOException {
    return Files.readAllLines(OperatorTestbed.directory(FILE)).stream()
        .map(ApiAudit::parse)
        .filter(event -> event.has("objectRef"))
        .flatMap(ApiAudit::rights)
        .toList();
  }

  /** An apply that creates is logged as a patch, and needs the right to create as well. */
  private static Stream<Call> rights(JsonNode event) {
    Call call = call(event, event.path("verb").asText());
    return call.verb().equals("patch") && code(event) == CREATED
        ? Stream.of(call, call(event, "create"))
        : Stream.of(call);
  }

  private static Call call(JsonNode event, String verb) {
    JsonNode object = event.get("objectRef");
    String resource = object.path("resource").asText();
    String part = object.path("subresource").asText();
    return new Call(
        object.path("apiGroup").asText(),
        part.isEmpty() ? resource : resource + "/" + part,
        verb,
        code(event) == FORBIDDEN);
  }

  private static int code(JsonNode event) {
    return event.path("responseStatus").path("code").asInt();
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
