package dev.natsfleet.logs.receiver.stream;

import dev.natsfleet.settings.UrlSecrets;
import io.nats.client.Connection;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves a server through which no stream can be reached, such as one that is cut off from the
 * other servers. The connection to it works, so jnats would keep it for ever. When it is the only
 * server, leaving it changes nothing.
 */
public final class ServerFailover {

  private static final Logger LOG = LoggerFactory.getLogger(ServerFailover.class);
  private static final long FIRST_LIMIT = Duration.ofSeconds(6).toNanos();
  private static final long LONGEST_LIMIT = Duration.ofMinutes(1).toNanos();

  private final Connection connection;
  private volatile long answeredAt;
  private volatile long limit = FIRST_LIMIT;
  private long knownReconnects;

  /** A failover that counts from {@code now}, which is monotonic. */
  public ServerFailover(NatsConnection connection, long now) {
    this.connection = connection.client();
    this.answeredAt = now;
  }

  /** A stream has answered. */
  public void streamAnswered(long now) {
    answeredAt = now;
    limit = FIRST_LIMIT;
  }

  /**
   * A stream has not answered. When none has for long enough, the connection moves to another
   * server. Each server is given more time than the one before: healthy ones may have leaders to
   * elect.
   */
  public synchronized void streamUnreachable(long now) {
    long before = knownReconnects;
    knownReconnects = connection.getStatistics().getReconnects();
    if (before != knownReconnects || connection.getStatus() != Connection.Status.CONNECTED) {
      answeredAt = now; // the connection is new, or is being made
    }
    if (now - answeredAt <= limit) {
      return;
    }
    limit = Math.min(LONGEST_LIMIT, limit * 2);
    LOG.atWarn()
        .addKeyValue("server", UrlSecrets.redactUrls(String.valueOf(connection.getConnectedUrl())))
        .log("no stream can be reached through this server; connecting to another");
    answeredAt = now;
    Thread.ofVirtual().name("server-failover").start(this::reconnect);
  }

  /** Returns when a server was found; never when there is none. */
  private void reconnect() {
    try {
      connection.forceReconnect();
    } catch (IOException e) {
      LOG.atDebug().setCause(e).log("a server refused the connection; trying the next");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
