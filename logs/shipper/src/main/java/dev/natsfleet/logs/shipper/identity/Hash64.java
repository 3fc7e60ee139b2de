package dev.natsfleet.logs.shipper.identity;

/** FNV-1a with 64 bits: a hash that can be continued where it stopped. */
final class Hash64 {

  static final long START = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Hash64() {}

  static long extend(long hash, byte[] bytes, int from, int to) {
    long next = hash;
    for (int i = from; i < to; i++) {
      next = (next ^ (bytes[i] & 0xff)) * PRIME;
    }
    return next;
  }
}
