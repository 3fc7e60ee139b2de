package dev.natsfleet.monitoring;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/**
 * An answer over HTTP.
 *
 * @param status of HTTP
 * @param contentType of the body
 * @param body in UTF-8
 */
public record Response(int status, String contentType, String body) {

  /** Content type of plain text. */
  public static final String TEXT = "text/plain";

  /** Content type of JSON. */
  public static final String JSON = "application/json";

  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  /** 200 with a text. */
  public static Response ok(String text) {
    return new Response(OK, TEXT, text);
  }

  /** 503 with a text that says what is wrong. */
  public static Response unavailable(String text) {
    return new Response(UNAVAILABLE, TEXT, text);
  }

  /** A refusal of a request, with a text that says why. */
  static Response refused(int status, String text) {
    return new Response(status, TEXT, text);
  }

  /** 200 with JSON on one line. */
  public static Response json(Json json) {
    return new Response(OK, JSON, json.toJson() + "\n");
  }

  /** 200 with metrics in the text format of Prometheus. */
  public static Response metrics(MetricSnapshots metrics) {
    return new Response(OK, Exposition.CONTENT_TYPE, Exposition.render(metrics));
  }
}
