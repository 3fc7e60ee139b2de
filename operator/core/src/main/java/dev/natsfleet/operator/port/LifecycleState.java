package dev.natsfleet.operator.port;

import java.util.Arrays;

/** Where an instance is in its Auto Scaling group. */
public enum LifecycleState {
  PENDING("Pending", Phase.COMING),
  PENDING_WAIT("Pending:Wait", Phase.COMING),
  PENDING_PROCEED("Pending:Proceed", Phase.COMING),
  IN_SERVICE("InService", Phase.HERE),
  TERMINATING("Terminating", Phase.LEAVING),
  TERMINATING_WAIT("Terminating:Wait", Phase.LEAVING),
  TERMINATING_PROCEED("Terminating:Proceed", Phase.LEAVING),
  TERMINATED("Terminated", Phase.LEAVING),
  /** Standby, detaching, warm pool: somebody else decided it; it counts for nothing here. */
  OTHER("Other", Phase.AWAY);

  private enum Phase {
    COMING,
    HERE,
    LEAVING,
    AWAY
  }

  private final String text;
  private final Phase phase;

  LifecycleState(String text, Phase phase) {
    this.text = text;
    this.phase = phase;
  }

  /** Reads AWS's word; one that is not listed is {@link #OTHER}. */
  public static LifecycleState of(String text) {
    return Arrays.stream(values()).filter(l -> l.text.equals(text)).findFirst().orElse(OTHER);
  }

  /** AWS's word. */
  public String text() {
    return text;
  }

  /** Whether the launch is still under way. */
  public boolean isComing() {
    return phase == Phase.COMING;
  }

  /** Whether the group counts on it. */
  public boolean isInService() {
    return phase == Phase.HERE;
  }

  /** Whether somebody has set it aside, so that it counts for nothing. */
  public boolean isAway() {
    return phase == Phase.AWAY;
  }

  /** Whether its end has begun. */
  public boolean isLeaving() {
    return phase == Phase.LEAVING;
  }
}
