package dev.natsfleet.local.client;

import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.Subscription;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A client of one server that publishes its server's URL and receives the others'. */
final class ProbeClient implements AutoCloseable {

  private static final Duration QUIET = Duration.ofMillis(50);

  private final String url;
  private final Connection connection;
  private final Subscription messages;

  ProbeClient(String url, String subject) {
    this.url = url;
    this.connection = NatsClients.to(url);
    this.messages = connection.subscribe(subject);
  }

  void publish() {
    connection.publish(messages.getSubject(), url.getBytes(StandardCharsets.UTF_8));
  }

  /** The messages since the last call, until none arrives for 50 milliseconds. */
  Set<ServerPair> receive() {
    Set<ServerPair> heard = new HashSet<>();
    for (Message call = next(); call != null; call = next()) {
      heard.add(new ServerPair(new String(call.getData(), StandardCharsets.UTF_8), url));
    }
    return heard;
  }

  @Override
  public void close() {
    NatsClients.close(connection);
  }

  private @Nullable Message next() {
    try {
      return messages.nextMessage(QUIET);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while listening at " + url, e);
    }
  }
}
