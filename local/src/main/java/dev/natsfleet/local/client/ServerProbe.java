package dev.natsfleet.local.client;

import dev.natsfleet.local.servers.Await;
import io.nats.client.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Checks whether a server accepts a client and answers it. */
public final class ServerProbe {

  private ServerProbe() {}

  /**
   * Waits until the server answers.
   *
   * @return the time it took
   */
  public static Duration await(String url, Duration limit) {
    return Await.until(
        "an answer of " + url, () -> isAnswering(url), limit, () -> "the server does not answer");
  }

  /** Whether the server accepts a connection and answers a PING. */
  public static boolean isAnswering(String url) {
    try {
      Connection connection = NatsClients.to(url);
      connection.RTT();
      NatsClients.close(connection);
      return true;
    } catch (UncheckedIOException | IOException e) {
      return false;
    }
  }
}
