package dev.natsfleet.logs.receiver.stream;

import dev.natsfleet.logs.program.connect.JetStreamAbsence;
import dev.natsfleet.logs.program.connect.NatsOptions;
import dev.natsfleet.logs.program.settings.NatsSettings;
import dev.natsfleet.settings.UrlSecrets;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Objects;

/** The receiver's connection to NATS. The client that makes it is known to this package alone. */
public final class NatsConnection {

  private final Connection client;

  private NatsConnection(Connection client) {
    this.client = client;
  }

  /** A call of JetStream, and what else it may throw. */
  @FunctionalInterface
  interface Call<T, E extends Exception> {

    T answer() throws IOException, JetStreamApiException, E;
  }

  /** Connects. Retries without end when no server answers, now and later. */
  public static NatsConnection open(NatsSettings settings, String name)
      throws IOException, GeneralSecurityException, InterruptedException {
    return new NatsConnection(NatsOptions.connect(settings, name));
  }

  /** The answer of a call; a refusal is an IOException with the same message. */
  static <T, E extends Exception> T ask(Call<T, E> call) throws IOException, E {
    try {
      return call.answer();
    } catch (JetStreamApiException | IllegalStateException e) { // the last: it is closed
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Whether a server is connected now. */
  public boolean isConnected() {
    return client.getStatus() == Connection.Status.CONNECTED;
  }

  /**
   * Whether the client has given up: it does when a server refuses its credentials twice. Nothing
   * comes of this connection any more; another one may succeed.
   */
  public boolean isClosed() {
    return client.getStatus() == Connection.Status.CLOSED;
  }

  /** How often another connection has followed one that was lost. */
  public long reconnects() {
    return client.getStatistics().getReconnects();
  }

  /** The last error that the client or a server reported. */
  public String lastError() {
    return UrlSecrets.redactUrls(Objects.requireNonNullElse(client.getLastError(), ""));
  }

  /** Why a call of JetStream failed; a server without JetStream gives no answer at all. */
  public String explain(Exception failure) {
    return JetStreamAbsence.explain(client, failure);
  }

  /** Ends the connection. */
  public void close() throws InterruptedException {
    client.close();
  }

  Connection client() {
    return client;
  }
}
