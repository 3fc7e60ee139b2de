package dev.natsfleet.logs.receiver.store;

import dev.natsfleet.logs.receiver.stream.StreamPosition;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;

/** What a journal knows of a partition: its output files, and the position in the stream. */
final class JournalState {

  private static final long MONTH = TimeUnit.DAYS.toSeconds(30);

  private final Map<String, OutputFileState> hosts = new TreeMap<>();
  private StreamPosition position = StreamPosition.START;
  private StreamPosition hole = StreamPosition.START;
  private boolean holePast;

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
    holePast = false;
  }

  /** Whether there ever was a hole: what is unknown may have been lost in it. */
  boolean hasHole() {
    return !hole.equals(StreamPosition.START);
  }

  /** Whether there is a hole, and a log may still come of which the beginning was in it. */
  boolean isHoleRecent() {
    return hasHole() && !holePast;
  }

  /** Forgets everything; the next line of each host begins another file. */
  void clear() {
    hosts.clear();
    hole = StreamPosition.START;
  }

  /**
   * Forgets logs that nothing came of since then, in seconds since 1970. No log is forgotten before
   * a hole is past: a log that is unknown behind a hole counts as one whose beginning is lost. The
   * hole itself is never forgotten, because what was lost in it stays lost; so a log that a shipper
   * still reports is not forgotten either, or it would count as lost, too; nor one of a host that
   * is away for up to a month, and may report it again.
   *
   * @param reported whether a shipper reports a log
   */
  void forgetBefore(long seconds, LongPredicate reported) {
    holePast = hasHole() && TimeUnit.NANOSECONDS.toSeconds(hole.time()) < seconds;
    if (!isHoleRecent()) {
      hosts
          .values()
          .forEach(
              host ->
                  host.logs()
                      .removeIf(
                          log ->
                              isForgettable(log, host, hasHole() ? seconds - MONTH : seconds)
                                  && !(hasHole() && reported.test(log.id()))));
    }
  }

  private static boolean isForgettable(LogState log, OutputFileState host, long seconds) {
    return log.lastSeen() < seconds && log.partialLine() == null && host.openLog() != log.id();
  }
}
