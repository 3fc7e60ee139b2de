package dev.natsfleet.agent.node;

/**
 * Whether and why a node has to leave.
 *
 * @param reason the strongest reason to leave
 * @param why in words for people
 * @param deadline after which nats-server is ended hard, nanoseconds of the node's monotonic clock
 */
public record LeaveIntent(LeaveReason reason, String why, long deadline) {

  /** The node stays. */
  public static final LeaveIntent NONE = new LeaveIntent(LeaveReason.NONE, "", Long.MAX_VALUE);

  /** Why a node leaves, the weakest reason first. */
  public enum LeaveReason {
    NONE,
    /** New work should go elsewhere: a rebalance recommendation, or standby. */
    HINT,
    /** The operator's order: drain, then wait until the instance is terminated. */
    ORDER,
    /** The host is going down. */
    HOST,
    /** The Auto Scaling group terminates the instance. */
    HOOK,
    /** Spot takes the instance back within two minutes. */
    SPOT
  }

  /** Whether nats-server has to end. */
  public boolean isLeaving() {
    return reason.compareTo(LeaveReason.ORDER) >= 0;
  }

  /** Whether the row is removed and the agent ends, too. */
  public boolean isFinal() {
    return reason.compareTo(LeaveReason.HOST) >= 0;
  }

  /** Whether the terminate hook has to be completed. */
  public boolean needsTerminateHook() {
    return reason.compareTo(LeaveReason.HOOK) >= 0;
  }

  /** The stronger of the two, with the earlier deadline. */
  LeaveIntent strongest(LeaveIntent other) {
    LeaveIntent stronger = other.reason.compareTo(reason) > 0 ? other : this;
    return new LeaveIntent(stronger.reason, stronger.why, Math.min(deadline, other.deadline));
  }
}
