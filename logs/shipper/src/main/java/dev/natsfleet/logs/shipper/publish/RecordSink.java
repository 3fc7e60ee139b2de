package dev.natsfleet.logs.shipper.publish;

import dev.natsfleet.logs.protocol.record.RecordFlags;
import dev.natsfleet.logs.shipper.read.SentGeneration;

/** Takes the records of generations in order, for a stream. Used by one thread. */
public interface RecordSink {

  /** The largest payload in bytes. */
  int maxPayload();

  /**
   * Sends bytes of a generation; waits while too much is in flight.
   *
   * @param start offset of the first byte
   * @param length of the bytes in the file
   * @param flags of {@link RecordFlags}
   * @param payload the bytes, packed in a bundle; with a start when it is the first of a generation
   */
  void send(SentGeneration generation, long start, int length, int flags, Payload payload)
      throws PublishUncertainException, InterruptedException;
}
