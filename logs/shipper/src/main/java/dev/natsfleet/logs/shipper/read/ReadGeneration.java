package dev.natsfleet.logs.shipper.read;

/**
 * A generation as who reads it has to know it: how far it was read, besides how far it was sent.
 */
public interface ReadGeneration extends SentGeneration {

  /** How far it was read. */
  ReadCursor reads();

  /** Whether a checkpoint contains it, so that its bytes may be sent. */
  boolean isRecorded();

  /** Whether everything that was read is in the stream, and nothing more will be read. */
  boolean isStored();

  /** Moves behind bytes that were sent: the first {@code length} of what was read last. */
  void advance(byte[] bytes, int length, boolean withinLine);
}
