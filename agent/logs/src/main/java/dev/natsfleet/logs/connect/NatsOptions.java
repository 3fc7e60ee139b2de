package dev.natsfleet.logs.connect;

import dev.natsfleet.logs.settings.NatsSettings;
import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** jnats options from settings. */
public final class NatsOptions {

  private static final Duration RECONNECT_WAIT = Duration.ofMillis(500);

  /** A server that hangs is left after three of these; by jnats' own measure after six minutes. */
  private static final Duration PING_INTERVAL = Duration.ofSeconds(3);

  private NatsOptions() {}

  /** Servers, TLS and credentials; small buffers; nothing is kept for a server that is away. */
  public static Options.Builder builder(NatsSettings settings, String name)
      throws IOException, GeneralSecurityException {
    Options.Builder builder =
        new Options.Builder()
            .servers(settings.servers().toArray(String[]::new))
            .connectionName(name)
            .reconnectBufferSize(0)
            .maxReconnects(-1)
            .reconnectWait(RECONNECT_WAIT)
            .pingInterval(PING_INTERVAL)
            .errorListener(new QuietListener(name))
            .connectionListener(new QuietListener(name));
    if (settings.certificate().isPresent() || settings.authorities().isPresent()) {
      builder.sslContext(tls(settings));
    }
    settings.credentials().map(Path::toString).ifPresent(builder::credentialPath);
    return builder;
  }

  /** Connects; tries for ever, at the start as later. */
  public static Connection connect(NatsSettings settings, String name)
      throws IOException, GeneralSecurityException, InterruptedException {
    return Nats.connectReconnectOnConnect(builder(settings, name).build());
  }

  private static SSLContext tls(NatsSettings settings)
      throws IOException, GeneralSecurityException {
    return new TlsFiles(settings.certificate(), settings.key(), settings.authorities()).context();
  }
}
