package dev.natsfleet.logs.receiver.ownership;

/** Fencing tokens of leases: each is larger than all before, even when the bucket is made anew. */
final class FencingTokens {

  private static final int UNIT = 8;
  private static final int REVISION_BITS = 34; // ten years of renewals by a hundred partitions

  private FencingTokens() {}

  /**
   * The token of a lease.
   *
   * @param createdAt when the bucket was created, in seconds since 1970 by the server's clock
   * @param revision of the lease's key in the bucket
   */
  static long of(long createdAt, long revision) {
    return ((createdAt / UNIT) << REVISION_BITS) | revision;
  }
}
