package dev.natsfleet.logs.store;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Everything that a journal remembers of a partition. */
final class Books {

  private final Map<String, HostBook> hosts = new TreeMap<>();
  private Position position = Position.START;

  HostBook host(String key) {
    return hosts.computeIfAbsent(key, HostBook::new);
  }

  Collection<HostBook> hosts() {
    return hosts.values();
  }

  Position position() {
    return position;
  }

  void position(Position now) {
    position = now;
  }

  /** Forgets everything; the next line of each host begins another file. */
  void clear() {
    hosts.clear();
  }

  /** Forgets logs of which nothing was heard since then. */
  void forgetBefore(long seconds) {
    hosts.values().forEach(host -> host.logs().removeIf(log -> isForgotten(log, host, seconds)));
  }

  private static boolean isForgotten(LogBook log, HostBook host, long seconds) {
    return log.seen() < seconds && log.aside() == null && host.holder() != log.id();
  }
}
