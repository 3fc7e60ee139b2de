package dev.natsfleet.logs.receiver.audit;

import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.logs.protocol.audit.AuditCodec;
import dev.natsfleet.logs.protocol.audit.AuditKey;
import dev.natsfleet.logs.protocol.audit.LogAudit;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The latest audits of shippers, for the hosts of our partitions. */
public final class AuditStore {

  private static final Logger LOG = LoggerFactory.getLogger(AuditStore.class);

  /** Longer than the bucket keeps a key, because a key that expires is not announced. */
  private static final long EXPIRY_NANOS = Duration.ofHours(25).toNanos();

  private static final FailureLog.Messages FULL =
      new FailureLog.Messages(
          "shippers report more logs than are kept; hosts beyond that have no audit",
          "all logs that shippers report are kept again");

  private final int maxLogs;
  private final Map<Integer, Map<String, ShipperAudit>> partitions = new ConcurrentHashMap<>();
  private final FailureLog full = new FailureLog(LOG, "partition", FULL);

  /** A store that keeps audits of so many logs. */
  public AuditStore(int maxLogs) {
    this.maxLogs = maxLogs;
  }

  /** Keeps audits of a partition from now on. */
  void addPartition(int partition) {
    partitions.putIfAbsent(partition, new ConcurrentHashMap<>());
  }

  /** Removes a partition that is not ours any more; later updates of it are ignored. */
  void removePartition(int partition) {
    partitions.remove(partition);
    full.succeeded(partition);
  }

  /** Keeps the value of a key of the bucket; an empty value when the key was deleted. */
  void update(String key, byte[] value, long now) {
    try {
      Optional<AuditKey> parsed = AuditKey.parse(key);
      if (parsed.isPresent()) {
        update(parsed.get(), value, now);
      }
    } catch (IOException e) {
      LOG.atDebug().addKeyValue("key", key).setCause(e).log("ignoring a value that is no audit");
    }
  }

  /** Removes what was not updated for longer than the bucket keeps it. */
  void expire(long now) {
    partitions.forEach(
        (partition, hosts) -> {
          hosts.values().removeIf(audit -> audit.isExpired(now - EXPIRY_NANOS));
          logWhetherFull(partition, hosts);
        });
  }

  /** The audits of a partition, by host. */
  public Map<String, ShipperAudit> audits(int partition) {
    return partitions.getOrDefault(partition, Map.of());
  }

  /** Ids of all logs that the audits of a partition report. */
  public Set<Long> logIds(int partition) {
    return audits(partition).values().stream()
        .flatMap(ShipperAudit::logs)
        .map(LogAudit::log)
        .collect(Collectors.toSet());
  }

  private void update(AuditKey key, byte[] value, long now) throws IOException {
    Map<String, ShipperAudit> hosts = partitions.get(key.partition());
    if (hosts == null) {
      return; // a late update of a partition that was ours
    }
    boolean deleted = value.length == 0;
    if (key.page() == AuditKey.HEAD && deleted) {
      hosts.remove(key.host());
      return;
    }
    ShipperAudit audit = hosts.computeIfAbsent(key.host(), host -> new ShipperAudit(now));
    if (key.page() == AuditKey.HEAD) {
      audit.head(AuditCodec.decodeHead(value), now);
    } else if (deleted) {
      audit.removePage(key.page());
    } else {
      long others = logCount() - audit.logCount(key.page());
      audit.putPage(key.page(), AuditCodec.decodePage(value), maxLogs - others, now);
      logWhetherFull(key.partition(), hosts);
    }
  }

  private void logWhetherFull(int partition, Map<String, ShipperAudit> hosts) {
    if (hosts.values().stream().anyMatch(ShipperAudit::isIncomplete)) {
      full.failed(partition, maxLogs + " logs are kept in all");
    } else {
      full.succeeded(partition);
    }
  }

  private long logCount() {
    return partitions.values().stream()
        .flatMap(hosts -> hosts.values().stream())
        .mapToLong(ShipperAudit::logCount)
        .sum();
  }
}
