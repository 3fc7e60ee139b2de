package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.account.AccountBucket;
import dev.natsfleet.logs.account.AccountKey;
import dev.natsfleet.logs.settings.ReceiverSettings;
import dev.natsfleet.logs.stream.Bucket;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.KeyValue;
import io.nats.client.api.KeyValueEntry;
import io.nats.client.api.KeyValueWatcher;
import io.nats.client.impl.NatsKeyValueWatchSubscription;
import java.io.IOException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the bucket of accounts for the partitions that are ours. Watches are begun anew after a
 * lost connection, and when the bucket is another one: servers may lose it. Without permission for
 * the bucket there are no accounts, which it says once.
 */
final class AccountWatch implements KeyValueWatcher {

  private static final Logger LOG = LoggerFactory.getLogger(AccountWatch.class);

  private static final long AFTER_FAILURE = Duration.ofSeconds(30).toNanos();
  private static final long LOOKS = Duration.ofSeconds(15).toNanos();

  private final Connection connection;
  private final ReceiverSettings.Streams streams;
  private final Accounts accounts;
  private final Map<Integer, NatsKeyValueWatchSubscription> watches = new HashMap<>();
  private long reconnects;
  private @Nullable ZonedDateTime made;
  private long lookAt = System.nanoTime();
  private boolean told;
  private long tryAt = System.nanoTime();

  AccountWatch(Connection connection, ReceiverSettings.Streams streams, Accounts accounts) {
    this.connection = connection;
    this.streams = streams;
    this.accounts = accounts;
  }

  /** Watches these partitions, and no others. */
  void follow(Set<Integer> partitions, long now) {
    if (now - tryAt < 0) {
      return;
    }
    try {
      keep(now);
      accounts.expire(now);
      for (int partition : List.copyOf(watches.keySet())) {
        if (!partitions.contains(partition)) {
          end(partition);
          accounts.forget(partition);
        }
      }
      for (int partition : partitions) {
        begin(partition);
      }
    } catch (IOException | JetStreamApiException | IllegalStateException e) {
      tryAt = now + AFTER_FAILURE;
      tell(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void watch(KeyValueEntry entry) {
    byte[] value = entry.getValue();
    accounts.take(entry.getKey(), value == null ? new byte[0] : value, System.nanoTime());
  }

  @Override
  public void endOfData() {
    // what was there is there; what comes, comes
  }

  private void keep(long now) throws IOException, JetStreamApiException {
    long lost = connection.getStatistics().getReconnects();
    if (lost == reconnects && now - lookAt < 0) {
      return;
    }
    ZonedDateTime is = Bucket.keepAccounts(connection, streams.names(), streams.replicas());
    if (lost != reconnects || !is.equals(made)) {
      List.copyOf(watches.keySet()).forEach(this::end);
    }
    reconnects = lost;
    made = is;
    lookAt = now + LOOKS;
  }

  private void begin(int partition)
      throws IOException, JetStreamApiException, InterruptedException {
    if (!watches.containsKey(partition)) {
      accounts.follow(partition);
      KeyValue bucket = connection.keyValue(AccountBucket.name(streams.names()));
      watches.put(partition, bucket.watch(AccountKey.filter(partition), this));
    }
  }

  private void end(int partition) {
    watches.remove(partition).unsubscribe();
  }

  private void tell(Exception e) {
    if (!told) {
      told = true;
      LOG.atInfo().addKeyValue("why", e.getMessage()).log("no accounts of shippers can be read");
    }
  }
}
