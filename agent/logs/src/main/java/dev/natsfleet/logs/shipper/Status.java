package dev.natsfleet.logs.shipper;

import dev.natsfleet.logs.publish.Flight;
import dev.natsfleet.logs.tail.Counts;
import java.util.List;

/**
 * Where the shipper is.
 *
 * @param session its session with the stream
 * @param checkpoint that was written last
 * @param known logs that are known
 * @param totals over all of them, and those that are forgotten; its path is empty
 * @param logs those that are furthest behind, then those that read most; not all when they are many
 */
public record Status(
    SessionStatus session,
    CheckpointStatus checkpoint,
    int known,
    LogStatus totals,
    List<LogStatus> logs) {

  /**
   * What is between the shipper and the stream.
   *
   * @param connected whether a session is open
   * @param doubts sessions that ended in doubt
   * @param lastDoubt why the last one ended; empty when none did
   * @param sequence messages of all times that are stored
   * @param messagesResent since the start
   * @param heldBack why nothing new is sent for now; empty when something is
   * @param flight how much of the window is in use
   */
  public record SessionStatus(
      boolean connected,
      long doubts,
      String lastDoubt,
      long sequence,
      long messagesResent,
      String heldBack,
      Flight flight) {}

  /**
   * The memory on disk.
   *
   * @param written checkpoints since the start
   * @param at when the last one was complete, in seconds since 1970
   * @param seconds that it took
   */
  public record CheckpointStatus(long written, double at, double seconds) {}

  /**
   * One log.
   *
   * @param path its name
   * @param generation number of the newest
   * @param generations that are not complete
   * @param lagBytes seen and not stored
   * @param lagSeconds since the oldest unread byte was seen; 0 without lag
   * @param flow what went through
   */
  public record LogStatus(
      String path, long generation, int generations, long lagBytes, double lagSeconds, Flow flow) {

    /** No log at all; its flow is over many. */
    static LogStatus none(Flow flow) {
      return new LogStatus("", 0, 0, 0, 0, flow);
    }

    /** With the lag of another: sums, and the longer of the times. */
    LogStatus behind(LogStatus other) {
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
   * What went through since the start.
   *
   * @param linesRead and sent, each once
   * @param bytesRead and sent, each once
   * @param linesPublished acknowledged
   * @param bytesPublished acknowledged
   * @param linesResent after a doubt
   * @param bytesResent after a doubt
   * @param bytesLost that went away unread
   * @param unknownLosses times that nobody can know how many did
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

    static Flow of(Counts counts) {
      return new Flow(
          counts.linesRead(),
          counts.bytesRead(),
          counts.linesPublished(),
          counts.bytesPublished(),
          counts.linesResent(),
          counts.bytesResent(),
          counts.bytesLost(),
          counts.unknownLosses(),
          counts.rotations());
    }
  }
}
