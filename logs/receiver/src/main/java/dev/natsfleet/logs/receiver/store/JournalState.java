package dev.natsfleet.logs.receiver.store;

import dev.natsfleet.logs.receiver.stream.StreamPosition;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What a journal knows of a partition: its output files, and the position in the stream. */
final class JournalState {

  private final Map<String, OutputFileState> hosts = new TreeMap<>();
  private StreamPosition position = StreamPosition.START;
  private StreamPosition hole = StreamPosition.START;

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

  /** Position behind the last messages that were gone before they were read; START without any. */
  StreamPosition hole() {
    return hole;
  }

  void hole(StreamPosition behind) {
    hole = behind;
  }

  /** Forgets everything; the next line of each host begins another file. */
  void clear() {
    hosts.clear();
    hole = StreamPosition.START;
  }

  /**
   * Forgets a hole, and logs that nothing came of, since then, in seconds since 1970. No log is
   * forgotten before the hole: a log that is unknown behind a hole counts as one whose beginning is
   * lost.
   */
  void forgetBefore(long seconds) {
    if (TimeUnit.NANOSECONDS.toSeconds(hole.time()) < seconds) {
      hole = StreamPosition.START;
    }
    if (hole.equals(StreamPosition.START)) {
      hosts
          .values()
          .forEach(host -> host.logs().removeIf(log -> isForgettable(log, host, seconds)));
    }
  }

  private static boolean isForgettable(LogState log, OutputFileState host, long seconds) {
    return log.lastSeen() < seconds && log.partialLine() == null && host.openLog() != log.id();
  }
}
