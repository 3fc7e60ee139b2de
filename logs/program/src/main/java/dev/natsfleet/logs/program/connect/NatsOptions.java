package dev.natsfleet.logs.program.connect;

import dev.natsfleet.logs.program.settings.NatsSettings;
import io.nats.client.Connection;
import io.nats.client.ConnectionListener;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** Builds jnats options from settings. */
public final class NatsOptions {

  private static final Duration RECONNECT_WAIT = Duration.ofMillis(500);

  /** jnats leaves a server that hangs after three of these; with its default after six minutes. */
  private static final Duration PING_INTERVAL = Duration.ofSeconds(3);

  private NatsOptions() {}

  /** Servers, TLS and credentials; nothing is buffered while no server is connected. */
  public static Options.Builder builder(NatsSettings settings, String name)
      throws IOException, GeneralSecurityException {
    ConnectionLogger logger = ConnectionLogger.of(name);
    Options.Builder builder =
        new Options.Builder()
            .servers(settings.servers().toArray(String[]::new))
            .connectionName(name)
            .reconnectBufferSize(0)
            .maxReconnects(-1)
            .reconnectWait(RECONNECT_WAIT)
            .pingInterval(PING_INTERVAL)
            .errorListener(logger)
            .connectionListener(logger);
    if (settings.certificate().isPresent() || settings.authorities().isPresent()) {
      builder.sslContext(tls(settings));
    } else if (logger.isTlsNeeded()) {
      builder.sslContext(SSLContext.getDefault()); // trusts what the JDK trusts
    }
    settings.credentials().map(Path::toString).ifPresent(builder::credentialPath);
    return builder;
  }

  /** Logs what happens to the connections of this name. */
  public static ConnectionListener listener(String name) {
    return ConnectionLogger.of(name);
  }

  /** Connects. Retries without end when no server answers, now and later. */
  public static Connection connect(NatsSettings settings, String name)
      throws IOException, GeneralSecurityException, InterruptedException {
    return Nats.connectReconnectOnConnect(builder(settings, name).build());
  }

  private static SSLContext tls(NatsSettings settings)
      throws IOException, GeneralSecurityException {
    return new TlsFiles(settings.certificate(), settings.key(), settings.authorities()).context();
  }
}
