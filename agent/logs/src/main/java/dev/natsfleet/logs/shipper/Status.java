package dev.natsfleet.logs.shipper;

import java.util.List;

/**
 * Where the shipper is.
 *
 * @param connected whether a session is open
 * @param doubts sessions that ended in doubt
 * @param lastDoubt why the last one ended; empty when none did
 * @param sequence messages of all times that are stored
 * @param known logs that are known
 * @param totals over all of them; its path is empty
 * @param logs those that are furthest behind, then those that sent most; not all when they are many
 */
public record Status(
    boolean connected,
    long doubts,
    String lastDoubt,
    long sequence,
    int known,
    LogStatus totals,
    List<LogStatus> logs) {

  /**
   * One log.
   *
   * @param path its name
   * @param generation number of the one that is read
   * @param generations that are not complete
   * @param lagBytes seen and not stored
   * @param lagSeconds since the oldest unread byte was seen; 0 without lag
   * @param linesSent since the start
   * @param bytesSent since the start
   * @param bytesStored since the start
   * @param bytesLost that went away unread, since the start
   */
  public record LogStatus(
      String path,
      long generation,
      int generations,
      long lagBytes,
      double lagSeconds,
      long linesSent,
      long bytesSent,
      long bytesStored,
      long bytesLost) {

    /** No log at all. */
    static final LogStatus NONE = new LogStatus("", 0, 0, 0, 0, 0, 0, 0, 0);

    /** Both together: sums, and the longer of the lags. */
    LogStatus plus(LogStatus other) {
      return new LogStatus(
          "",
          0,
          generations + other.generations,
          lagBytes + other.lagBytes,
          Math.max(lagSeconds, other.lagSeconds),
          linesSent + other.linesSent,
          bytesSent + other.bytesSent,
          bytesStored + other.bytesStored,
          bytesLost + other.bytesLost);
    }
  }
}
