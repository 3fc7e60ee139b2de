package dev.natsfleet.logs.receiver.store;

import dev.natsfleet.logs.receiver.stream.StreamPosition;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What a journal knows of a partition: its output files, and the position in the stream. */
final class JournalState {

  private final Map<String, OutputFileState> hosts = new TreeMap<>();
  private StreamPosition position = StreamPosition.START;

  OutputFileState host(String key) {
    return hosts.computeIfAbsent(key, OutputFileState::new);
  }

  Collection<OutputFileState> hosts() {
    return hosts.values();
  }

  StreamPosition position() {
    return position;
  }

  void position(StreamPosition committed) {
    position = committed;
  }

  /** Forgets everything; the next line of each host begins another file. */
  void clear() {
    hosts.clear();
  }

  /** Forgets logs that nothing came of since then, in seconds since 1970. */
  void forgetBefore(long seconds) {
    hosts.values().forEach(host -> host.logs().removeIf(log -> isForgettable(log, host, seconds)));
  }

  private static boolean isForgettable(LogState log, OutputFileState host, long seconds) {
    return log.lastSeen() < seconds && log.partialLine() == null && host.openLog() != log.id();
  }
}
