package dev.natsfleet.logs.wire;

/**
 * What the first record of a generation says about the past of its file.
 *
 * @param path of the file on its host, for people
 * @param previous the generation before; 0 when there was none
 * @param end how much of the previous generation was sent, in bytes
 * @param lost bytes of the previous generation that were gone before the shipper could read them;
 *     -1 when nobody can know how many
 */
public record Opening(String path, long previous, long end, long lost) {

  /** How much is unknown. */
  public static final long UNKNOWN = -1;
}
