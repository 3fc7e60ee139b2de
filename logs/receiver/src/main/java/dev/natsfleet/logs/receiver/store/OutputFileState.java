package dev.natsfleet.logs.receiver.store;

import dev.natsfleet.logs.receiver.stream.StreamPosition;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of one output file and the logs in it. */
public final class OutputFileState {

  /** Id of lines of other shippers, which are no log of ours. */
  public static final long NO_LOG = 0;

  private final String key;
  private final Map<Long, LogState> logs = new TreeMap<>();
  private final Set<LogState> changed = new LinkedHashSet<>();
  private @Nullable Path file;
  private long period = Long.MIN_VALUE;
  private long length;
  private long inode;
  private StreamPosition foreignPosition = StreamPosition.START;
  private long openLog = NO_LOG;
  private long lineStart;

  OutputFileState(String key) {
    this.key = key;
  }

  /** The log with this id; one that is new begins at any offset. */
  public LogState log(long id) {
    return logs.computeIfAbsent(id, LogState::new);
  }

  /**
   * Whether a line of another shipper was written before. Its sequence alone does not tell: a
   * stream that was made anew, or has lost its tail, gives the same sequence twice.
   */
  public boolean isWritten(long sequence, long time) {
    return sequence <= foreignPosition.sequence() && time <= foreignPosition.time();
  }

  /** Notes the position of the last line of another shipper that was written. */
  public void foreignPosition(StreamPosition last) {
    foreignPosition = last;
  }

  StreamPosition foreignPosition() {
    return foreignPosition;
  }

  /** Whether the last byte that was written of a log does not end its line. */
  public boolean isWithinLine(LogState log) {
    return openLog == log.id() || log.partialLine() != null;
  }

  String key() {
    return key;
  }

  Collection<LogState> logs() {
    return logs.values();
  }

  void changed(LogState log) {
    changed.add(log);
  }

  Collection<LogState> changed() {
    return changed;
  }

  /** The file that is being written; null before the first. */
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
    inode = 0;
    openLog = NO_LOG;
  }

  long length() {
    return length;
  }

  void length(long bytes) {
    length = bytes;
  }

  /** Inode of the file when it was committed last; 0 when it is not known. */
  long inode() {
    return inode;
  }

  void inode(long number) {
    inode = number;
  }

  /**
   * The log whose incomplete line the file ends with; {@link #NO_LOG} when the last line is
   * complete.
   */
  long openLog() {
    return openLog;
  }

  long lineStart() {
    return lineStart;
  }

  void markOpenLine(long log, long start) {
    openLog = log;
    lineStart = start;
  }
}
