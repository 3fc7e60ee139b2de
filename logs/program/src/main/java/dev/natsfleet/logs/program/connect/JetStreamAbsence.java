package dev.natsfleet.logs.program.connect;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.ServerInfo;

/** Says why JetStream does not answer. A server without it gives no answer at all. */
public final class JetStreamAbsence {

  private static final int NOT_ENABLED_FOR_ACCOUNT = 10039;

  private JetStreamAbsence() {}

  /** What a call of JetStream failed from, in words that name the way out. */
  public static String explain(Connection connection, Exception failure) {
    String why = String.valueOf(failure.getMessage());
    if (isRefused(failure)) {
      return why + ": enable JetStream for the account of this user";
    }
    if (failure instanceof JetStreamApiException || isAvailable(connection)) {
      return why;
    }
    return "JetStream is not enabled on server %s: start nats-server with -js (%s)"
        .formatted(connection.getServerInfo().getServerName(), why);
  }

  private static boolean isRefused(Throwable failure) {
    return (failure instanceof JetStreamApiException refused
            && refused.getApiErrorCode() == NOT_ENABLED_FOR_ACCOUNT)
        || (failure.getCause() != null && isRefused(failure.getCause()));
  }

  /** Without a connection nothing is known of the server. */
  private static boolean isAvailable(Connection connection) {
    ServerInfo server = connection.getServerInfo();
    return connection.getStatus() != Connection.Status.CONNECTED || server.isJetStreamAvailable();
  }
}
