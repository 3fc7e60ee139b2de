package dev.natsfleet.agent.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Blocking calls for virtual threads. It rides on the JDK's old client, which the AWS SDK has
 * loaded anyway.
 */
public final class Http {

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private Http() {}

  /** What a server answered. */
  public record Answer(int status, String body) {}

  /** Asks for a page; throws if there is no answer within two seconds. */
  public static Answer get(URI uri, Map<String, String> headers) throws IOException {
    return call("GET", uri, headers, TIMEOUT);
  }

  /** The same with another patience. */
  public static Answer get(URI uri, Duration patience) throws IOException {
    return call("GET", uri, Map.of(), patience);
  }

  /** The same with PUT and an empty body. */
  public static Answer put(URI uri, Map<String, String> headers) throws IOException {
    return call("PUT", uri, headers, TIMEOUT);
  }

  private static Answer call(String method, URI uri, Map<String, String> headers, Duration patience)
      throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout((int) patience.toMillis());
    connection.setReadTimeout((int) patience.toMillis());
    connection.setRequestMethod(method);
    headers.forEach(connection::setRequestProperty);
    if (method.equals("PUT")) {
      connection.setDoOutput(true);
      connection.setFixedLengthStreamingMode(0);
      connection.getOutputStream().close();
    }
    int status = connection.getResponseCode();
    return new Answer(
        status, text(status < 400 ? connection.getInputStream() : connection.getErrorStream()));
  }

  private static String text(@Nullable InputStream body) throws IOException {
    if (body == null) {
      return "";
    }
    try (body) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
