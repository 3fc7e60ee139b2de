package dev.natsfleet.logs.shipper.checkpoint;

import dev.natsfleet.logs.shipper.read.GenerationCheckpoint;
import dev.natsfleet.logs.shipper.read.ReadPosition;
import java.nio.file.Path;
import java.util.List;

/**
 * What the shipper knew when it wrote its last checkpoint.
 *
 * @param epoch in which messages are numbered; a new one begins when the checkpoint is lost
 * @param lastId last id that was given to a log
 * @param sequence number of the last message that is stored
 * @param streamSequence of this message in the stream
 * @param logs that were known, with their generations
 * @param marks of the ledger, oldest first
 */
public record Checkpoint(
    long epoch,
    long lastId,
    long sequence,
    long streamSequence,
    List<LogCheckpoint> logs,
    List<MarkCheckpoint> marks) {

  /**
   * A log.
   *
   * @param id of the log
   * @param path of the log
   * @param generations oldest first
   */
  public record LogCheckpoint(long id, Path path, List<GenerationCheckpoint> generations) {}

  /**
   * A mark of the ledger.
   *
   * @param sequence of the last message before it
   * @param streamSequence of this message
   * @param positions how far generations were
   */
  public record MarkCheckpoint(
      long sequence, long streamSequence, List<PositionCheckpoint> positions) {}

  /**
   * How far a generation was.
   *
   * @param log id of its log
   * @param generation its number
   * @param position up to which the stream had every byte
   */
  public record PositionCheckpoint(long log, long generation, ReadPosition position) {}
}
