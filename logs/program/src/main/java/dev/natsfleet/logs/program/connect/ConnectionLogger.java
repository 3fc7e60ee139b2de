package dev.natsfleet.logs.program.connect;

import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.settings.UrlSecrets;
import io.nats.client.Connection;
import io.nats.client.ConnectionListener;
import io.nats.client.Consumer;
import io.nats.client.ErrorListener;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what happens to the connections of one name: events that differ from the last one, and their
 * errors. A program that connects anew every two seconds says once why that fails.
 */
final class ConnectionLogger implements ConnectionListener, ErrorListener {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionLogger.class);
  private static final FailureLog.Messages MESSAGES =
      new FailureLog.Messages(
          "NATS connection reports an error; if it is lost, it is made again",
          "NATS connection works again");

  private static final Map<String, ConnectionLogger> ALL = new ConcurrentHashMap<>();

  private final FailureLog errors = new FailureLog(LOG, "connection", MESSAGES);
  private final TlsUpgrade tlsUpgrade = new TlsUpgrade();
  private final AtomicReference<@Nullable Events> last = new AtomicReference<>();
  private final String name;

  private ConnectionLogger(String name) {
    this.name = name;
  }

  /** The logger of this name; the same for each of its connections. */
  static ConnectionLogger of(String name) {
    return ALL.computeIfAbsent(name, ConnectionLogger::new);
  }

  @Override
  @SuppressWarnings("deprecation") // abstract in jnats all the same
  public void connectionEvent(Connection connection, Events event) {
    if (!Objects.equals(last.getAndSet(event), event)) {
      LOG.atInfo()
          .addKeyValue("connection", name)
          .addKeyValue("event", event)
          .log("NATS connection has changed");
    }
    if (event == Events.CONNECTED || event == Events.RECONNECTED) {
      errors.succeeded(name);
    }
  }

  @Override
  public void errorOccurred(Connection connection, String error) {
    errors.failed(name, UrlSecrets.redactUrls(error));
  }

  @Override
  public void exceptionOccurred(Connection connection, Exception exception) {
    String error = Objects.requireNonNullElse(exception.getMessage(), exception.toString());
    errorOccurred(connection, error);
    if (tlsUpgrade.isNeeded(error)) {
      Thread.ofVirtual().name("tls-upgrade").start(() -> close(connection));
    }
  }

  /** Whether a server has asked for TLS, which no URL and no file did. */
  boolean isTlsNeeded() {
    return tlsUpgrade.isOn();
  }

  /** The client tries the same for ever; the program's next connection will use TLS. */
  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void slowConsumerDetected(Connection connection, @Nullable Consumer consumer) {
    errorOccurred(connection, "slow consumer");
  }
}
