package dev.natsfleet.agent.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Blocking calls for virtual threads. They use the JDK's old client, which the AWS SDK has loaded
 * anyway.
 */
public final class BlockingHttp {

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private BlockingHttp() {}

  /** What a server answered. */
  public record Answer(int status, String body) {}

  /** Asks for a page; throws if there is no answer within two seconds. */
  public static Answer get(URI uri, Map<String, String> headers) throws IOException {
    return call(uri, headers, TIMEOUT);
  }

  /** The same with another time limit. */
  public static Answer get(URI uri, Duration limit) throws IOException {
    return call(uri, Map.of(), limit);
  }

  private static Answer call(URI uri, Map<String, String> headers, Duration limit)
      throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout((int) limit.toMillis());
    connection.setReadTimeout((int) limit.toMillis());
    headers.forEach(connection::setRequestProperty);
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
