package dev.natsfleet.operator.aws;

import java.time.Duration;

/**
 * How one describe call is made for many clusters.
 *
 * @param names the most names that one call takes, 1 or more
 * @param calls the most calls under way at a time, 1 or more: one that hangs holds up nobody else
 * @param age how old an answer may be
 * @param absentAge how old the answer may be that there is no such thing
 */
record ReadLimits(int names, int calls, Duration age, Duration absentAge) {

  /** What changes by itself: groups, instances, templates. */
  static final ReadLimits MOVING = batches(Duration.ofMillis(1_500), Duration.ofMillis(1_500));

  /** What people make and name in a specification. */
  static final ReadLimits NAMED = batches(Duration.ofSeconds(30), Duration.ofSeconds(5));

  private static final int PAGE = 100;
  private static final int CALLS = 4;

  /** Calls for up to a hundred names. */
  private static ReadLimits batches(Duration age, Duration absentAge) {
    return new ReadLimits(PAGE, CALLS, age, absentAge);
  }

  /** Calls for one name. */
  static ReadLimits single(Duration age) {
    return new ReadLimits(1, 2 * CALLS, age, age);
  }

  /** The same for one name a call, for want of one that takes many. */
  ReadLimits single() {
    return new ReadLimits(1, 2 * CALLS, age, absentAge);
  }
}
