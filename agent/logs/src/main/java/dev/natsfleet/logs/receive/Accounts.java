package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.account.AccountKey;
import dev.natsfleet.logs.account.AccountText;
import dev.natsfleet.logs.account.Entry;
import dev.natsfleet.logs.account.Head;
import dev.natsfleet.logs.account.Page;
import io.nats.client.support.JsonParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What shippers say of the hosts in our partitions, as it was said last. */
final class Accounts {

  private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

  private final int most;
  private final Map<Integer, Map<String, Account>> partitions = new ConcurrentHashMap<>();

  /** Keeps accounts of so many logs. */
  Accounts(int most) {
    this.most = most;
  }

  /** Takes what is at a key of the bucket; an empty text when it is gone. */
  void take(String key, byte[] text) {
    try {
      Optional<AccountKey> at = AccountKey.parse(key);
      if (at.isPresent()) {
        take(at.get(), text);
      }
    } catch (JsonParseException e) {
      LOG.atDebug().addKeyValue("key", key).setCause(e).log("not an account");
    }
  }

  /** Forgets those of a partition that is not ours any more. */
  void forget(int partition) {
    partitions.remove(partition);
  }

  /** The accounts of a partition's hosts. */
  Map<String, Account> of(int partition) {
    return partitions.getOrDefault(partition, Map.of());
  }

  private void take(AccountKey key, byte[] text) throws JsonParseException {
    Map<String, Account> hosts =
        partitions.computeIfAbsent(key.partition(), partition -> new ConcurrentHashMap<>());
    if (key.page() == AccountKey.HEAD && text.length == 0) {
      hosts.remove(key.host());
      return;
    }
    Account account = hosts.computeIfAbsent(key.host(), host -> new Account());
    if (key.page() == AccountKey.HEAD) {
      account.head = Optional.of(AccountText.head(text));
    } else if (text.length == 0) {
      account.pages.remove(key.page());
    } else {
      put(account, key.page(), AccountText.page(text));
    }
  }

  /** Where logs are too many for us, an account that is not whole is none. */
  private void put(Account account, int number, Page page) {
    long others = entries() - account.size(number);
    if (others + page.entries().size() <= most) {
      account.pages.put(number, page);
    } else if (!account.crowded) {
      account.crowded = true;
      LOG.atWarn().addKeyValue("logs", most).log("too many logs to hold all accounts against");
    }
  }

  private long entries() {
    return partitions.values().stream()
        .flatMap(hosts -> hosts.values().stream())
        .mapToLong(Account::size)
        .sum();
  }

  /** A shipper's account. */
  static final class Account {

    private final Map<Integer, Page> pages = new ConcurrentHashMap<>();
    private volatile Optional<Head> head = Optional.empty();
    private volatile boolean crowded;

    /** What it says of all logs together; empty before it has. */
    Optional<Head> head() {
      return crowded ? Optional.empty() : head;
    }

    private long size() {
      return pages.values().stream().mapToLong(page -> page.entries().size()).sum();
    }

    private long size(int number) {
      Page page = pages.get(number);
      return page == null ? 0 : page.entries().size();
    }

    /** What it says of each log, as far as this is of the shipper's present run. */
    Stream<Entry> entries() {
      if (crowded) {
        return Stream.empty();
      }
      double started = head.map(Head::started).orElse(0.0);
      return pages.values().stream()
          .filter(page -> page.started() >= started)
          .flatMap(page -> page.entries().stream());
    }
  }
}
