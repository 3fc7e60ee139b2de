package dev.natsfleet.logs.receive;

import io.nats.client.Connection;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves a server that is there and through which no stream can be reached, as one that is cut off
 * from the others: the connection to it is as good as ever, so that jnats would stay for ever. When
 * it is the only server, leaving it changes nothing.
 */
final class Elsewhere {

  private static final Logger LOG = LoggerFactory.getLogger(Elsewhere.class);
  private static final long PATIENCE = Duration.ofSeconds(6).toNanos();
  private static final long LONGEST = Duration.ofMinutes(1).toNanos();

  private final Connection connection;
  private volatile long reachedAt;
  private volatile long patience = PATIENCE;
  private long reconnects;

  Elsewhere(Connection connection, long now) {
    this.connection = connection;
    this.reachedAt = now;
  }

  /** Some stream has answered. */
  void reached(long now) {
    reachedAt = now;
    patience = PATIENCE;
  }

  /**
   * A stream has not answered; when none has for long enough, another server is asked. Each has
   * more time than the one before, for those that are whole may have leaders to elect.
   */
  synchronized void unreachable(long now) {
    long before = reconnects;
    reconnects = connection.getStatistics().getReconnects();
    if (before != reconnects || connection.getStatus() != Connection.Status.CONNECTED) {
      reachedAt = now; // it has just come
    }
    if (now - reachedAt <= patience) {
      return;
    }
    patience = Math.min(LONGEST, patience * 2);
    LOG.atWarn()
        .addKeyValue("server", connection.getConnectedUrl())
        .log("no stream can be reached through this server; asking another");
    reachedAt = now;
    Thread.ofVirtual().name("elsewhere").start(this::leave);
  }

  /** Takes until a server is found, for ever when none is there. */
  private void leave() {
    try {
      connection.forceReconnect();
    } catch (IOException e) {
      LOG.atDebug().setCause(e).log("the next server is tried");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
