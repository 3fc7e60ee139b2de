package dev.natsfleet.local.acceptance;

import java.time.Duration;

/**
 * Periods of registration, and the length of an outage that exceeds all of them.
 *
 * @param heartbeat between two heartbeats
 * @param alive time without a heartbeat after which a node no longer counts as alive
 * @param forget time without a heartbeat after which nodes drop their route to it
 * @param outage how long the registry is unavailable
 */
record RegistrationPeriods(Duration heartbeat, Duration alive, Duration forget, Duration outage) {

  /** An outage of two minutes, and periods of a fifth of that for quick tests. */
  private static final RegistrationPeriods REAL = seconds(10, 30, 100, 120);

  private static final RegistrationPeriods QUICK = seconds(2, 6, 20, 24);

  /** The quick periods, or the real ones with {@code -Dnatsfleet.outage=real}. */
  static RegistrationPeriods chosen() {
    return System.getProperty("natsfleet.outage", "quick").equals("real") ? REAL : QUICK;
  }

  private static RegistrationPeriods seconds(int heartbeat, int alive, int forget, int outage) {
    return new RegistrationPeriods(
        Duration.ofSeconds(heartbeat),
        Duration.ofSeconds(alive),
        Duration.ofSeconds(forget),
        Duration.ofSeconds(outage));
  }
}
