package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.account.AccountKey;
import dev.natsfleet.logs.account.AccountText;
import dev.natsfleet.logs.account.Entry;
import io.nats.client.support.JsonParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What shippers say of the hosts in our partitions, as it was said last. */
final class Accounts {

  private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

  /** Longer than the bucket keeps a key; it says nothing when a key's time is over. */
  private static final long KEPT = Duration.ofHours(25).toNanos();

  private final int most;
  private final Map<Integer, Map<String, Account>> partitions = new ConcurrentHashMap<>();
  private boolean told;

  /** Keeps accounts of so many logs. */
  Accounts(int most) {
    this.most = most;
  }

  /** Takes what is said of a partition from now on. */
  void follow(int partition) {
    partitions.putIfAbsent(partition, new ConcurrentHashMap<>());
  }

  /** Takes what is at a key of the bucket; an empty text when it is gone. */
  void take(String key, byte[] text, long now) {
    try {
      Optional<AccountKey> at = AccountKey.parse(key);
      if (at.isPresent()) {
        take(at.get(), text, now);
      }
    } catch (JsonParseException e) {
      LOG.atDebug().addKeyValue("key", key).setCause(e).log("not an account");
    }
  }

  /** Forgets those of a partition that is not ours any more, and what is still said of it. */
  void forget(int partition) {
    partitions.remove(partition);
  }

  /** Forgets what was not said again for longer than the bucket keeps it. */
  void expire(long now) {
    for (Map<String, Account> hosts : partitions.values()) {
      hosts.values().removeIf(account -> account.isOver(now - KEPT));
    }
  }

  /** The accounts of a partition's hosts. */
  Map<String, Account> of(int partition) {
    return partitions.getOrDefault(partition, Map.of());
  }

  /** Every log that accounts of a partition speak of. */
  Set<Long> logs(int partition) {
    return of(partition).values().stream()
        .flatMap(Account::entries)
        .map(Entry::log)
        .collect(Collectors.toSet());
  }

  private void take(AccountKey key, byte[] text, long now) throws JsonParseException {
    Map<String, Account> hosts = partitions.get(key.partition());
    if (hosts == null) {
      return; // a late word on a partition that was ours
    }
    if (key.page() == AccountKey.HEAD && text.length == 0) {
      hosts.remove(key.host());
      return;
    }
    Account account = hosts.computeIfAbsent(key.host(), host -> new Account());
    if (key.page() == AccountKey.HEAD) {
      account.head(AccountText.head(text), now);
    } else if (text.length == 0) {
      account.remove(key.page());
    } else {
      long others = entries() - account.size(key.page());
      account.put(key.page(), AccountText.page(text), most - others, now);
      tell(account);
    }
  }

  private void tell(Account account) {
    if (account.isCrowded() && !told) {
      told = true;
      LOG.atWarn().addKeyValue("logs", most).log("too many logs to hold all accounts against");
    }
  }

  private long entries() {
    return partitions.values().stream()
        .flatMap(hosts -> hosts.values().stream())
        .mapToLong(Account::size)
        .sum();
  }
}
