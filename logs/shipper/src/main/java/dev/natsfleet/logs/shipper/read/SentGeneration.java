package dev.natsfleet.logs.shipper.read;

/** A generation as who sends it has to know it: which one it is, and how far the stream has it. */
public interface SentGeneration {

  /** The name of its log. */
  LogName log();

  /** The counters of its log. */
  LogCounters counters();

  /** Its number in the log, from 1. */
  long number();

  /** The position up to which the stream has every byte. */
  ReadPosition stored();

  /** Notes that the stream has every byte before the offset {@code end}. */
  void acknowledge(long end);

  /** Moves both cursors to a position up to which the stream has every byte. */
  void rewind(ReadPosition to);
}
