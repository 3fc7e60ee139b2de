package dev.natsfleet.local.whole;

import java.time.Duration;

/**
 * Periods of registration, and of an outage that is longer than all of them.
 *
 * @param heartbeat between two heartbeats
 * @param alive after which a silent node is not counted
 * @param forget after which it is not awaited
 * @param outage how long the registry is away
 */
record Periods(Duration heartbeat, Duration alive, Duration forget, Duration outage) {

  /** Two minutes away, and a fifth of that. */
  private static final Periods REAL = seconds(10, 30, 100, 120);

  private static final Periods QUICK = seconds(2, 6, 20, 24);

  /** Quick ones; the real ones with {@code -Dnatsfleet.outage=real}. */
  static Periods chosen() {
    return System.getProperty("natsfleet.outage", "quick").equals("real") ? REAL : QUICK;
  }

  private static Periods seconds(int heartbeat, int alive, int forget, int outage) {
    return new Periods(
        Duration.ofSeconds(heartbeat),
        Duration.ofSeconds(alive),
        Duration.ofSeconds(forget),
        Duration.ofSeconds(outage));
  }
}
