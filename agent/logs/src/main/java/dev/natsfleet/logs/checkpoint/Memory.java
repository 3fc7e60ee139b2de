package dev.natsfleet.logs.checkpoint;

import dev.natsfleet.logs.tail.Generation;
import dev.natsfleet.logs.tail.Remembered;
import java.nio.file.Path;
import java.util.List;

/**
 * What the shipper knew when it last wrote it down.
 *
 * @param epoch which memory this is; a lost one is followed by another
 * @param lastId last id that was given to a log
 * @param sequence number of the last message that is stored
 * @param streamSequence where that is in the stream
 * @param logs with their generations
 * @param marks older positions, oldest first
 */
public record Memory(
    long epoch,
    long lastId,
    long sequence,
    long streamSequence,
    List<RememberedLog> logs,
    List<RememberedMark> marks) {

  /**
   * A log.
   *
   * @param id of the log
   * @param path its name
   * @param generations oldest first
   */
  public record RememberedLog(long id, Path path, List<Remembered> generations) {}

  /**
   * A mark of the ledger.
   *
   * @param sequence of the last message before it
   * @param streamSequence of the same
   * @param undo where generations were
   */
  public record RememberedMark(long sequence, long streamSequence, List<RememberedUndo> undo) {}

  /**
   * Where a generation was.
   *
   * @param log id of its log
   * @param generation its number
   * @param place where it was
   */
  public record RememberedUndo(long log, long generation, Generation.Place place) {}
}
