package dev.natsfleet.agent.node;

import java.time.Duration;

/** How long to wait before a call is made again. */
final class Pace {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long HOOK_HEARTBEAT = 60 * SECOND;

  /** EC2 asks for no more than a poll each 2 s, and a Spot notice leaves two minutes. */
  private static final long NOTICES = 2 * SECOND;

  private static final long MONITOR = 2 * SECOND;
  private static final long QUICK = SECOND / 10;

  /** Settled nodes read all rows this seldom, in heartbeats: a newcomer's link shows it sooner. */
  private static final int ROWS_PER_BEAT = 3;

  private static final int LOOKS_PER_STEP = 3;
  private static final int SLOWEST_STEP = 5;
  private static final double JITTER = 0.2;

  private Pace() {}

  /** After a success. */
  static long after(Call call, View view) {
    long beat = view.registration().heartbeatSeconds() * SECOND;
    return switch (call) {
      case BEAT -> jittered(beat, view);
      case ROWS -> jittered(ROWS_PER_BEAT * beat, view);
      case MONITOR -> MONITOR;
      case NOTICES -> NOTICES;
      case LAUNCH_HEARTBEAT, TERMINATE_HEARTBEAT -> HOOK_HEARTBEAT;
      case REGISTER, PROBE, RELOAD -> SECOND;
      default -> 0;
    };
  }

  /** After this many failures in a row. */
  static long retry(Call call, int failures) {
    return switch (call) {
      case MONITOR -> Math.min(failures, 10) * QUICK;
      case NOTICES -> NOTICES;
      // a row that is late is soon taken for dead
      case BEAT, REGISTER, ROWS, SETTINGS -> Math.min(failures, 5) * SECOND;
      default -> Backoff.after(failures).toNanos();
    };
  }

  /**
   * While something is under way: each second at first, and less often the longer nothing comes of
   * it. A draining peer takes minutes, in which its going would otherwise keep all others busy.
   */
  static long moving(Call call, View view) {
    int patience = Math.min(view.node().mesh().quiet() / LOOKS_PER_STEP, SLOWEST_STEP);
    long step = view.urgent(call) ? SECOND : SECOND << patience;
    return call == Call.MONITOR ? step / 10 : jittered(step, view);
  }

  private static long jittered(long period, View view) {
    return (long) (period * (1 + JITTER * chance(view)));
  }

  /** Between -1 and 1, other for each node and heartbeat. */
  private static double chance(View view) {
    int mixed = (view.self().who().boot() + view.node().membership().counter()).hashCode();
    return (mixed * 0x9E3779B9) / (double) Integer.MAX_VALUE;
  }
}
