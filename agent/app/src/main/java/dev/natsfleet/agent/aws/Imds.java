package dev.natsfleet.agent.aws;

import dev.natsfleet.agent.web.Http;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The instance metadata service, version 2: a token is fetched once, used until the service refuses
 * it (401), and fetched again. Thread safe.
 */
public final class Imds {

  private static final String TOKEN_SECONDS = "21600";

  private final URI endpoint;
  private volatile @Nullable String token;

  public Imds(URI endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * A value below {@code /latest/}, or nothing if the service does not have it.
   *
   * @throws PortException if the service does not answer, or refuses
   */
  public Optional<String> get(String path) {
    Http.Answer answer = ask(path, token());
    if (answer.status() == 401) {
      answer = ask(path, renew());
    }
    return switch (answer.status()) {
      case 200 -> Optional.of(answer.body().strip());
      case 404 -> Optional.empty();
      default -> throw refused(path, answer);
    };
  }

  /** A value that every instance has. */
  public String require(String path) {
    return get(path)
        .orElseThrow(
            () ->
                new PortException(
                    Kind.NOT_FOUND,
                    "instance metadata has no "
                        + path
                        + "; tags need InstanceMetadataTags=enabled"));
  }

  private String token() {
    String known = token;
    return known == null ? renew() : known;
  }

  private String renew() {
    Map<String, String> ttl = Map.of("X-aws-ec2-metadata-token-ttl-seconds", TOKEN_SECONDS);
    Http.Answer answer = reach("api/token", uri -> Http.put(uri, ttl));
    if (answer.status() != 200) {
      throw refused("api/token", answer);
    }
    token = answer.body();
    return answer.body();
  }

  private Http.Answer ask(String path, String with) {
    return reach(path, uri -> Http.get(uri, Map.of("X-aws-ec2-metadata-token", with)));
  }

  private Http.Answer reach(String path, Call call) {
    try {
      return call.at(endpoint.resolve("/latest/" + path));
    } catch (IOException e) {
      throw new PortException(
          Kind.UNAVAILABLE, "instance metadata at " + endpoint + " does not answer: " + e, e);
    }
  }

  private static PortException refused(String path, Http.Answer answer) {
    return new PortException(
        Kind.DENIED, "instance metadata answers " + answer.status() + " to " + path);
  }

  private interface Call {
    Http.Answer at(URI uri) throws IOException;
  }
}
