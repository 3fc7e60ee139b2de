package dev.natsfleet.logs.account;

import java.util.List;

/**
 * What a shipper says of one log. Bytes are those of the generations that it remembers and, as
 * {@code forgotten}, of those that it has forgotten since it started, so that read and published
 * bytes differ by nothing but what is on its way.
 *
 * @param log its id in records
 * @param path its name, for people
 * @param forgotten bytes of forgotten generations; all are in the stream
 * @param extents of generations, oldest first
 * @param bytesLost that went away unread since the shipper started
 * @param unknownLosses times that nobody can know how many did
 */
public record Entry(
    long log,
    String path,
    long forgotten,
    List<Extent> extents,
    long bytesLost,
    long unknownLosses) {

  /** Bytes that were read and sent. */
  public long read() {
    return forgotten + extents.stream().mapToLong(Extent::read).sum();
  }

  /** Bytes that were acknowledged. */
  public long published() {
    return forgotten + extents.stream().mapToLong(Extent::published).sum();
  }

  /**
   * How far one generation is.
   *
   * @param generation its number
   * @param read offset up to which it was read and sent
   * @param published offset up to which it was acknowledged
   */
  public record Extent(long generation, long read, long published) {}
}
