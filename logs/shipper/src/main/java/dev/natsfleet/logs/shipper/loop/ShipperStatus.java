package dev.natsfleet.logs.shipper.loop;

import dev.natsfleet.logs.shipper.publish.InFlight;
import dev.natsfleet.logs.shipper.read.LogCounters;
import java.util.List;

/**
 * The status of the shipper at a moment.
 *
 * @param session with the stream
 * @param checkpoint the last one
 * @param known number of logs
 * @param totals over all logs, also those that are forgotten; its path is empty
 * @param logs furthest behind first, then most read; when there are very many, the first 500
 */
public record ShipperStatus(
    SessionStatus session,
    CheckpointStatus checkpoint,
    int known,
    LogStatus totals,
    List<LogStatus> logs) {

  /**
   * The session with the stream.
   *
   * @param connected whether a session is open
   * @param unconfirmed sessions that ended because it was not certain what the stream had
   * @param lastSessionEnd why the last one ended; empty before that
   * @param sequence number of the last message that is stored
   * @param messagesResent messages that were sent again since the start
   * @param heldBack why nothing new is sent for now; empty otherwise
   * @param streamRefused whether that is because the stream's configuration would lose lines
   * @param inFlight how full the window is
   */
  public record SessionStatus(
      boolean connected,
      long unconfirmed,
      String lastSessionEnd,
      long sequence,
      long messagesResent,
      String heldBack,
      boolean streamRefused,
      InFlight inFlight) {}

  /**
   * The checkpoints.
   *
   * @param written number of checkpoints since the start
   * @param at time of the last one in seconds since 1970
   * @param seconds that the last one took
   */
  public record CheckpointStatus(long written, double at, double seconds) {}

  /**
   * The status of a log.
   *
   * @param path of the log
   * @param generation number of the newest generation; 0 before its file could be read
   * @param generations number of those that are not complete
   * @param lagBytes bytes that were seen and are not stored
   * @param lagSeconds since the oldest unread byte was seen; 0 without lag
   * @param flow what was read, published and lost
   */
  public record LogStatus(
      String path, long generation, int generations, long lagBytes, double lagSeconds, Flow flow) {

    /** The status of no log yet, with the flow of many. */
    static LogStatus total(Flow flow) {
      return new LogStatus("", 0, 0, 0, 0, flow);
    }

    /** With the lag of another log added; the longer of the times. */
    LogStatus plusLag(LogStatus other) {
      return new LogStatus(
          path,
          generation,
          generations + other.generations,
          lagBytes + other.lagBytes,
          Math.max(lagSeconds, other.lagSeconds),
          flow);
    }
  }

  /**
   * What was read, published and lost since the start.
   *
   * @param linesRead lines that were read and sent, each once
   * @param bytesRead bytes that were read and sent, each once
   * @param linesPublished lines that were acknowledged
   * @param bytesPublished bytes that were acknowledged
   * @param linesResent lines that were sent again
   * @param bytesResent bytes that were sent again
   * @param bytesLost bytes that were lost unread
   * @param unknownLosses losses of which nobody can know the size
   * @param rotations times that the name came to stand for another file
   */
  public record Flow(
      long linesRead,
      long bytesRead,
      long linesPublished,
      long bytesPublished,
      long linesResent,
      long bytesResent,
      long bytesLost,
      long unknownLosses,
      long rotations) {

    static Flow of(LogCounters counters) {
      return new Flow(
          counters.linesRead(),
          counters.bytesRead(),
          counters.linesPublished(),
          counters.bytesPublished(),
          counters.linesResent(),
          counters.bytesResent(),
          counters.bytesLost(),
          counters.unknownLosses(),
          counters.rotations());
    }
  }
}
