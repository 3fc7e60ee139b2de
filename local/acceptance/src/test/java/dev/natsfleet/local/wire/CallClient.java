package dev.natsfleet.local.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sends calls as AWS's protocols have them, without an SDK, which would refuse some of them itself.
 *
 * @param endpoint of the server
 */
record CallClient(URI endpoint) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Pattern PARAMETER = Pattern.compile("(\\S+?)=(\"[^\"]*\"|\\S*)");
  private static final Map<String, String> VERSIONS =
      Map.of("ec2", "2016-11-15", "autoscaling", "2011-01-01", "sts", "2011-06-15");

  /**
   * Makes a call.
   *
   * @param parameters {@code Name=value}, separated by spaces; a value with spaces in quotes
   */
  CallAnswer call(String service, String action, String parameters) {
    Map<String, String> values = new LinkedHashMap<>();
    Matcher matcher = PARAMETER.matcher(parameters);
    while (matcher.find()) {
      values.put(matcher.group(1), matcher.group(2).replace("\"", ""));
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIAANN/20260101/eu-west-1/"
                    + service
                    + "/aws4_request, SignedHeaders=host, Signature=0");
    return service.equals("ssm")
        ? json(request, action, values)
        : form(request, service, action, values);
  }

  private static CallAnswer form(
      HttpRequest.Builder request, String service, String action, Map<String, String> values) {
    values.put("Action", action);
    values.put("Version", VERSIONS.getOrDefault(service, ""));
    String body =
        values.entrySet().stream()
            .map(value -> encode(value.getKey()) + "=" + encode(value.getValue()))
            .collect(Collectors.joining("&"));
    return send(request.header("Content-Type", "application/x-www-form-urlencoded"), body);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static CallAnswer json(
      HttpRequest.Builder request, String action, Map<String, String> values) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    values.forEach((name, value) -> put(body, name, value));
    return send(
        request
            .header("X-Amz-Target", "AmazonSSM." + action)
            .header("Content-Type", "application/x-amz-json-1.1"),
        body.toString());
  }

  private static void put(ObjectNode body, String name, String value) {
    switch (value) {
      case "true", "false" -> body.put(name, Boolean.parseBoolean(value));
      default -> {
        if (name.equals("Names")) {
          ArrayNode names = body.putArray(name);
          Pattern.compile(",").splitAsStream(value).forEach(names::add);
        } else if (name.equals("MaxResults")) {
          body.put(name, Integer.parseInt(value));
        } else {
          body.put(name, value);
        }
      }
    }
  }

  private static CallAnswer send(HttpRequest.Builder request, String body) {
    try {
      HttpResponse<String> answer =
          HTTP.send(
              request.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
              HttpResponse.BodyHandlers.ofString());
      return CallAnswer.of(answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in a call", e);
    }
  }
}
