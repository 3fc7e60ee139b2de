package dev.natsfleet.logs.protocol.record;

/**
 * What the first record of a generation tells of the generation before it.
 *
 * @param path of the log on its host, for people
 * @param previous the generation before; 0 when there was none
 * @param end how much of the previous generation was sent, in bytes
 * @param lost bytes of the previous generation that were deleted before the shipper could read
 *     them; -1 when nobody can know how many
 */
public record GenerationStart(String path, long previous, long end, long lost) {

  /** Stands for an unknown number of lost bytes. */
  public static final long UNKNOWN = -1;
}
