package dev.natsfleet.agent.server;

import dev.natsfleet.agent.http.BlockingHttp;
import dev.natsfleet.agent.node.ServerState.Seen;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The monitor of the local nats-server.
 *
 * @param root such as {@code http://127.0.0.1:8222}
 */
public record NatsMonitor(URI root) {

  /** Load balancers wait one or two seconds for a health check. */
  private static final Duration PROBE = Duration.ofMillis(800);

  /** What it answers now; throws {@link ServerException} if it does not answer. */
  public Seen read() {
    JsonObject varz = page("/varz");
    return new Seen(
        varz.getInteger("remotes", 0),
        linked(page("/routez")),
        varz.getInteger("connections", 0),
        varz.getString("version", ""),
        varz.getString("config_digest", ""));
  }

  /** What nats-server's own health check reports; an empty string if nothing is wrong. */
  public String healthProblem() {
    try {
      BlockingHttp.Answer answer =
          BlockingHttp.get(root.resolve("/healthz?js-server-only=true"), PROBE);
      return answer.status() == 200 ? "" : answer.body().strip();
    } catch (IOException e) {
      return "its monitor at " + root + " does not answer: " + e.getMessage();
    }
  }

  /** The digest of the configuration in use. */
  String digest() {
    return page("/varz").getString("config_digest", "");
  }

  private static Set<String> linked(JsonObject routez) {
    return routez.getJsonArray("routes").stream()
        .map(route -> ((JsonObject) route).getString("remote_name", ""))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private JsonObject page(String path) {
    try {
      BlockingHttp.Answer answer = BlockingHttp.get(root.resolve(path), Map.of());
      if (answer.status() != 200) {
        throw new ServerException("the monitor answers " + answer.status() + " to " + path);
      }
      return new JsonObject(answer.body());
    } catch (IOException e) {
      throw new ServerException(
          "the monitor at " + root + " does not answer: " + e.getMessage(), e);
    }
  }
}
