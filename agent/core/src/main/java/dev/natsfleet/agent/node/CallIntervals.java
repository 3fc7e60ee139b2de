package dev.natsfleet.agent.node;

import java.time.Duration;

/** How long to wait before a call is made again. */
final class CallIntervals {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long HOOK_HEARTBEAT = 60 * SECOND;

  /** EC2 asks for no more than a poll each 2 s, and a Spot notice leaves two minutes. */
  private static final long NOTICES = 2 * SECOND;

  private static final long MONITOR = 2 * SECOND;
  private static final long QUICK = SECOND / 10;

  /** A settled node reads the rows after this many heartbeats; a new link shows a peer sooner. */
  private static final int ROWS_PER_BEAT = 3;

  private static final int LOOKS_PER_STEP = 3;
  private static final int SLOWEST_STEP = 5;
  private static final double JITTER = 0.2;

  private CallIntervals() {}

  /** After a success. */
  static long after(ActionKind actionKind, NodeView view) {
    long beat = view.registration().heartbeatSeconds() * SECOND;
    return switch (actionKind) {
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
  static long retry(ActionKind actionKind, int failures) {
    return switch (actionKind) {
      case MONITOR -> Math.min(failures, 10) * QUICK;
      case NOTICES -> NOTICES;
      // a node whose row is late is soon taken for dead
      case BEAT, REGISTER, ROWS, SETTINGS -> Math.min(failures, 5) * SECOND;
      default -> FailureBackoff.after(failures).toNanos();
    };
  }

  /**
   * While something changes: each second at first, then less often the longer nothing follows. A
   * peer drains for minutes, and should not keep all others busy in that time.
   */
  static long busy(ActionKind actionKind, NodeView view) {
    int patience = Math.min(view.node().mesh().quiet() / LOOKS_PER_STEP, SLOWEST_STEP);
    long step = view.isUrgent(actionKind) ? SECOND : SECOND << patience;
    return actionKind == ActionKind.MONITOR ? step / 10 : jittered(step, view);
  }

  private static long jittered(long period, NodeView view) {
    return (long) (period * (1 + JITTER * chance(view)));
  }

  /** Between -1 and 1, different for each node and heartbeat. */
  private static double chance(NodeView view) {
    int mixed = (view.context().who().boot() + view.node().row().counter()).hashCode();
    return (mixed * 0x9E3779B9) / (double) Integer.MAX_VALUE;
  }
}
