package dev.natsfleet.logs.ownership;

/** Fencing tokens of leases: larger than all before, also when the bucket was made anew. */
final class Tokens {

  private static final int UNIT = 8;
  private static final int REVISION_BITS = 34; // ten years of renewals by a hundred partitions

  private Tokens() {}

  /**
   * A token.
   *
   * @param made when the bucket was made, in seconds since 1970 by the server's clock
   * @param revision of the lease's key in it
   */
  static long of(long made, long revision) {
    return ((made / UNIT) << REVISION_BITS) | revision;
  }
}
