package dev.natsfleet.logs.wire;

/** How a record joins what is already there of its file. */
public sealed interface Verdict {

  /**
   * The record is new from its byte {@code skip} on.
   *
   * @param skip bytes at its start that are there already; 0 as a rule
   * @param lost bytes of the generation before that the shipper declares lost; 0 as a rule, -1 when
   *     nobody can know how many
   */
  record Append(int skip, long lost) implements Verdict {}

  /** Everything in the record is there already. */
  record Duplicate() implements Verdict {}

  /**
   * Something between is missing; the shipper will send it, or say that it is lost.
   *
   * @param generation in which bytes are missing
   * @param from first byte that is missing
   */
  record Gap(long generation, long from) implements Verdict {}
}
