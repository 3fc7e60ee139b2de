package dev.natsfleet.local.client;

import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.Subscription;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A client of one server that calls out its server's URL and listens to the others. */
final class Station implements AutoCloseable {

  private static final Duration LULL = Duration.ofMillis(50);

  private final String url;
  private final Connection connection;
  private final Subscription calls;

  Station(String url, String subject) {
    this.url = url;
    this.connection = Clients.to(url);
    this.calls = connection.subscribe(subject);
  }

  void call() {
    connection.publish(calls.getSubject(), url.getBytes(StandardCharsets.UTF_8));
  }

  /** What has been heard since the last time, up to a lull. */
  Set<Pair> heard() {
    Set<Pair> heard = new HashSet<>();
    for (Message call = next(); call != null; call = next()) {
      heard.add(new Pair(new String(call.getData(), StandardCharsets.UTF_8), url));
    }
    return heard;
  }

  @Override
  public void close() {
    Clients.close(connection);
  }

  private @Nullable Message next() {
    try {
      return calls.nextMessage(LULL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while listening at " + url, e);
    }
  }
}
