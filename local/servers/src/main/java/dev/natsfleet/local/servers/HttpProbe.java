package dev.natsfleet.local.servers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Checks whether a server answers. */
final class HttpProbe {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private HttpProbe() {}

  /** Whether a GET returns status 200; false without a connection or with another status. */
  static boolean isOk(HttpClient client, URI uri) {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(LIMIT).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
