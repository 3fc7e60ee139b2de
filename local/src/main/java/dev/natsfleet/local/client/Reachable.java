package dev.natsfleet.local.client;

import dev.natsfleet.local.proc.Await;
import io.nats.client.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Whether a server takes a client and answers it. */
public final class Reachable {

  private Reachable() {}

  /**
   * Waits until it does.
   *
   * @return how long that took
   */
  public static Duration await(String url, Duration limit) {
    return Await.until(url + " answers", () -> now(url), limit, () -> "nobody answers");
  }

  /** Connects and exchanges PING and PONG. */
  public static boolean now(String url) {
    try {
      Connection connection = Clients.to(url);
      connection.RTT();
      Clients.close(connection);
      return true;
    } catch (UncheckedIOException | IOException e) {
      return false;
    }
  }
}
