package dev.natsfleet.logs.receive;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the bucket is the one that positions were published in. With a bucket every position is
 * lost, and who makes it anew knows only its own: nobody may purge before every receiver, which
 * looks every three seconds, has had time to say again how far it is.
 */
final class BucketLife {

  /** How old a bucket must be before anybody relies on the positions in it. */
  static final Duration YOUTH = Duration.ofSeconds(15);

  private @Nullable Instant made;
  private long grownAt;

  /**
   * Notes when the bucket was made, and says whether it is another than before.
   *
   * @param servers time of the servers, by which buckets are dated
   * @param now monotonic
   */
  boolean isAnother(Instant madeAt, Instant servers, long now) {
    if (madeAt.equals(made)) {
      return false;
    }
    Duration age = made == null ? Duration.between(madeAt, servers) : Duration.ZERO;
    long left = YOUTH.minus(age).toNanos();
    grownAt = now + Math.clamp(left, 0, YOUTH.toNanos());
    made = madeAt;
    return true;
  }

  /** Whether positions that were read before are those of all copies. */
  boolean isGrown(Instant madeAt, long now) {
    return madeAt.equals(made) && now - grownAt >= 0;
  }
}
