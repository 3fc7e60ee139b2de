package dev.natsfleet.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * A client of the emulated cloud's fault endpoint.
 *
 * @param cloud endpoint of the emulated cloud
 */
record FaultClient(URI cloud) {

  /** Denies an IAM action, such as {@code ec2:CreateLaunchTemplate}, to every caller. */
  void deny(String permission) {
    order("deny", "permission=" + permission);
  }

  void allow(String permission) {
    order("allow", "permission=" + permission);
  }

  /** Throttles a service to one call in this many seconds. */
  void throttle(String service, int secondsPerCall) {
    order("throttle", "service=" + service + "&burst=1&perSecond=" + 1.0 / secondsPerCall);
  }

  void unthrottle(String service) {
    order("unthrottle", "service=" + service);
  }

  private void order(String fault, String form) {
    HttpRequest request =
        HttpRequest.newBuilder(cloud.resolve("/_local/" + fault))
            .POST(BodyPublishers.ofString(form))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
