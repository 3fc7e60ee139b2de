package dev.natsfleet.logs.receiver.position;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the bucket is still the one that positions were published in. When a bucket is lost,
 * every position in it is lost, and whoever creates it anew knows only its own: nobody may purge
 * before every receiver, which checks every three seconds, had time to publish again.
 */
final class BucketEpoch {

  /** How old a bucket must be before the positions in it are complete. */
  static final Duration SETTLING_TIME = Duration.ofSeconds(15);

  private @Nullable Instant createdAt;
  private long trustedAt;

  /**
   * Notes when the bucket was created, and gives whether it is another than before.
   *
   * @param serverTime clock of the servers, by which buckets are dated
   * @param now monotonic
   */
  boolean observe(Instant bucketCreatedAt, Instant serverTime, long now) {
    if (bucketCreatedAt.equals(createdAt)) {
      return false;
    }
    Duration age =
        createdAt == null ? Duration.between(bucketCreatedAt, serverTime) : Duration.ZERO;
    long left = SETTLING_TIME.minus(age).toNanos();
    trustedAt = now + Math.clamp(left, 0, SETTLING_TIME.toNanos());
    createdAt = bucketCreatedAt;
    return true;
  }

  /** Whether positions that were read before this moment are those of all copies. */
  boolean isTrusted(Instant bucketCreatedAt, long now) {
    return bucketCreatedAt.equals(createdAt) && now - trustedAt >= 0;
  }
}
