package dev.natsfleet.logs.program.settings;

import dev.natsfleet.settings.EnvironmentReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How to reach NATS.
 *
 * @param servers one or more URLs
 * @param credentials file of a user's JWT and seed
 * @param certificate of this client, PEM; set together with {@code key}
 * @param key of the certificate, PEM
 * @param authorities that servers' certificates come from, PEM
 */
public record NatsSettings(
    List<String> servers,
    Optional<Path> credentials,
    Optional<Path> certificate,
    Optional<Path> key,
    Optional<Path> authorities) {

  private static final Pattern URL =
      Pattern.compile("(?:(nats|tls|opentls|ws|wss)://)?((?!\\w+://).+)");

  /** Reads the variables; problems stay in the reader. */
  public static NatsSettings from(EnvironmentReader environment) {
    NatsSettings settings =
        new NatsSettings(
            environment.list(Variable.NATS_URL),
            file(environment, Variable.NATS_CREDS),
            file(environment, Variable.NATS_CERTIFICATE),
            file(environment, Variable.NATS_KEY),
            file(environment, Variable.NATS_CA));
    environment.check(
        !settings.servers.isEmpty() || environment.text(Variable.NATS_URL).isEmpty(),
        "NATS_URL=%s names no server: write nats://host:4222"
            .formatted(environment.text(Variable.NATS_URL)));
    settings.servers.forEach(
        server ->
            environment.check(
                isUrl(server),
                "NATS_URL=%s is no server: write nats://host:4222, or tls, ws or wss for nats; commas separate servers; in a user or password, encode / as %%2F, @ as %%40 and %% as %%25; a host has letters, digits, - and ."
                    .formatted(server)));
    environment.check(
        settings.certificate.isPresent() == settings.key.isPresent(),
        "NATS_CERTIFICATE and NATS_KEY belong together: set both or none");
    return settings;
  }

  /**
   * The client parses URLs in this way, with the user: it fails late, and with the password in its
   * message. An {@code @} behind the host tells that a user with a slash was taken for the host.
   */
  private static boolean isUrl(String server) {
    Matcher matcher = URL.matcher(server);
    try {
      return matcher.matches() && isAddress(matcher.group(2));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isAddress(String address) throws URISyntaxException {
    URI uri = new URI("nats://" + address);
    return uri.getHost() != null
        && address.lastIndexOf('@') < String.valueOf(uri.getRawAuthority()).length();
  }

  private static Optional<Path> file(EnvironmentReader environment, Variable variable) {
    Optional<Path> path = environment.path(variable);
    path.ifPresent(
        file ->
            environment.check(Files.isReadable(file), variable + "=" + file + " cannot be read"));
    return path;
  }
}
