package dev.natsfleet.logs.protocol.record;

/** How a record joins what was written of its log before. */
public sealed interface JoinResult {

  /**
   * The record is new from its byte {@code skip} on.
   *
   * @param skip bytes at its start that were written before; 0 as a rule
   * @param lost bytes of the generation before that the shipper declares lost; 0 as a rule, -1 when
   *     nobody can know how many
   */
  record Append(int skip, long lost) implements JoinResult {}

  /** Everything in the record was written before. */
  record Duplicate() implements JoinResult {}

  /**
   * Bytes before the record are missing; the shipper will send them, or declare them lost.
   *
   * @param generation in which bytes are missing
   * @param from offset of the first missing byte
   */
  record Gap(long generation, long from) implements JoinResult {}
}
