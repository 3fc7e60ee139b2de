package dev.natsfleet.agent.node;

/**
 * Whether the node is wanted here.
 *
 * @param reason the strongest reason to go
 * @param why in words for people
 * @param deadline after which nats-server is ended hard, nanoseconds of the node's monotonic clock
 */
public record Departure(Reason reason, String why, long deadline) {

  /** It stays. */
  public static final Departure NONE = new Departure(Reason.NONE, "", Long.MAX_VALUE);

  /** Why a node goes, the weakest first. */
  public enum Reason {
    NONE,
    /** No new work is wanted here: a rebalance recommendation, or standby. */
    HINT,
    /** The operator's order: drain, then wait for the end. */
    ORDER,
    /** The host is going down. */
    HOST,
    /** The Auto Scaling group terminates the instance. */
    HOOK,
    /** Spot takes the instance back within two minutes. */
    SPOT
  }

  /** Whether nats-server has to end. */
  public boolean leaving() {
    return reason.compareTo(Reason.ORDER) >= 0;
  }

  /** Whether the node's row and its agent go too. */
  public boolean forGood() {
    return reason.compareTo(Reason.HOST) >= 0;
  }

  /** Whether the terminate hook has to be completed. */
  public boolean hooked() {
    return reason.compareTo(Reason.HOOK) >= 0;
  }

  /** The stronger of the two, with the earlier deadline. */
  Departure or(Departure other) {
    Departure stronger = other.reason.compareTo(reason) > 0 ? other : this;
    return new Departure(stronger.reason, stronger.why, Math.min(deadline, other.deadline));
  }
}
