package dev.natsfleet.logs.connect;

import io.nats.client.Connection;
import io.nats.client.ConnectionListener;
import io.nats.client.Consumer;
import io.nats.client.ErrorListener;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what changes on a connection: a failure once when it starts, and its end. */
final class QuietListener implements ConnectionListener, ErrorListener {

  private static final Logger LOG = LoggerFactory.getLogger(QuietListener.class);

  private final String name;
  private final AtomicReference<String> last = new AtomicReference<>("");

  QuietListener(String name) {
    this.name = name;
  }

  @Override
  @SuppressWarnings("deprecation") // abstract in jnats all the same
  public void connectionEvent(Connection connection, Events event) {
    if (changed(event.name())) {
      LOG.atInfo().addKeyValue("connection", name).addKeyValue("event", event).log("NATS");
    }
  }

  @Override
  public void errorOccurred(Connection connection, String error) {
    if (changed(error)) {
      LOG.atWarn().addKeyValue("connection", name).addKeyValue("error", error).log("NATS");
    }
  }

  @Override
  public void exceptionOccurred(Connection connection, Exception exception) {
    errorOccurred(
        connection, exception.getMessage() == null ? exception.toString() : exception.getMessage());
  }

  @Override
  public void slowConsumerDetected(Connection connection, @Nullable Consumer consumer) {
    errorOccurred(connection, "slow consumer");
  }

  private boolean changed(String now) {
    return !now.equals(last.getAndSet(now));
  }
}
