package dev.natsfleet.operator.observe;

import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether a thing that was there a moment ago and is not listed now is gone. AWS answers from
 * copies that may lag, and now and then one of them does not know what exists. So an absence is a
 * read that failed until it was seen twice and for a while; only then does it count.
 */
final class AbsenceGuard {

  /** While something depends on it that can be made again. */
  static final Duration USUAL = Duration.ofSeconds(10);

  /** Where a deletion would call the cluster gone, and leave the thing behind for ever. */
  static final Duration DELETION = Duration.ofMinutes(10);

  private static final int LOOKS = 2;

  private final String thing;
  private boolean expected = true;
  private int looks;
  private long since;

  /**
   * A guard that has seen nothing yet, so that an absence is no surprise.
   *
   * @param thing what is looked for, for the message
   */
  AbsenceGuard(String thing) {
    this.thing = thing;
  }

  /** It is being deleted: its absence is no surprise. */
  void expect() {
    expected = true;
  }

  /**
   * What was seen, if that can be believed.
   *
   * @param believedAfter for so long it has to be absent
   * @param nanos of a monotonic clock
   * @throws PortException UNAVAILABLE while an absence is not believed yet
   */
  <T> Optional<T> believe(Optional<T> seen, Duration believedAfter, long nanos) {
    if (seen.isPresent()) {
      expected = false;
      looks = 0;
      return seen;
    }
    since = looks == 0 ? nanos : since;
    looks++;
    expected = expected || (looks >= LOOKS && nanos - since >= believedAfter.toNanos());
    if (!expected) {
      throw new PortException(
          Kind.UNAVAILABLE,
          "%s was there and is not listed; that is believed when it lasts for %d s"
              .formatted(thing, believedAfter.toSeconds()));
    }
    return seen;
  }
}
