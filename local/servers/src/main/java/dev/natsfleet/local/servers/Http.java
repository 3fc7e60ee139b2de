package dev.natsfleet.local.servers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The question whether a server answers. */
final class Http {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private Http() {}

  /** Whether GET gives 200; no connection and any other status are a no. */
  static boolean answers200(HttpClient client, URI uri) {
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
