package dev.natsfleet.logs.store;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of one output file and the logs in it. */
public final class HostBook {

  /** Id of what is not a log of ours: lines of other shippers. */
  public static final long NO_LOG = 0;

  private final String key;
  private final Map<Long, LogBook> logs = new TreeMap<>();
  private final Set<LogBook> changed = new LinkedHashSet<>();
  private @Nullable Path file;
  private long period = Long.MIN_VALUE;
  private long length;
  private Position foreign = Position.START;
  private long holder = NO_LOG;
  private long lineStart;

  HostBook(String key) {
    this.key = key;
  }

  /** The log with this id; makes one that joins anywhere when there is none. */
  public LogBook log(long id) {
    return logs.computeIfAbsent(id, LogBook::new);
  }

  /**
   * Whether a line of another shipper is there. Its sequence alone does not tell: a stream that was
   * made anew, or has lost its tail, gives the same number twice.
   */
  public boolean isThere(long sequence, long time) {
    return sequence <= foreign.sequence() && time <= foreign.time();
  }

  /** Notes that such a line is there. */
  public void foreign(Position last) {
    foreign = last;
  }

  Position foreign() {
    return foreign;
  }

  /** Whether the last byte of a log that is there does not end its line. */
  public boolean isWithinLine(LogBook log) {
    return holder == log.id() || log.aside() != null;
  }

  String key() {
    return key;
  }

  Collection<LogBook> logs() {
    return logs.values();
  }

  void changed(LogBook log) {
    changed.add(log);
  }

  Collection<LogBook> changed() {
    return changed;
  }

  /** The file that is written; null before the first. */
  @Nullable Path file() {
    return file;
  }

  long period() {
    return period;
  }

  void begin(@Nullable Path path, long start) {
    file = path;
    period = start;
    length = 0;
    holder = NO_LOG;
  }

  long length() {
    return length;
  }

  void length(long bytes) {
    length = bytes;
  }

  /** The log whose line the file ends within; {@link #NO_LOG} at a line's end. */
  long holder() {
    return holder;
  }

  long lineStart() {
    return lineStart;
  }

  void hold(long log, long start) {
    holder = log;
    lineStart = start;
  }
}
