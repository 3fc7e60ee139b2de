package dev.natsfleet.logs.protocol.audit;

import java.util.List;

/**
 * What a shipper reports of one log. Bytes are those of the generations that it remembers and, as
 * {@code forgotten}, of those that it has forgotten since it started, so that read and published
 * bytes differ only by what is on its way.
 *
 * @param log id of the log in records
 * @param path name of the log, for people
 * @param forgotten bytes of forgotten generations; all were acknowledged
 * @param extents of generations, oldest first
 * @param bytesLost that were deleted before they were read, since the shipper started
 * @param unknownLosses times that an unknown number of bytes was deleted before it was read
 */
public record LogAudit(
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
   * @param generation number of the generation
   * @param read offset up to which it was read and sent
   * @param published offset up to which it was acknowledged
   */
  public record Extent(long generation, long read, long published) {}
}
