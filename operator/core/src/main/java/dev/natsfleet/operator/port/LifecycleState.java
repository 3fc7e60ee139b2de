package dev.natsfleet.operator.port;

import java.util.Arrays;

/** Where an instance is in its Auto Scaling group. */
public enum LifecycleState {
  PENDING("Pending", LifecyclePhase.COMING),
  PENDING_WAIT("Pending:Wait", LifecyclePhase.COMING),
  PENDING_PROCEED("Pending:Proceed", LifecyclePhase.COMING),
  IN_SERVICE("InService", LifecyclePhase.HERE),
  TERMINATING("Terminating", LifecyclePhase.LEAVING),
  TERMINATING_WAIT("Terminating:Wait", LifecyclePhase.LEAVING),
  TERMINATING_PROCEED("Terminating:Proceed", LifecyclePhase.LEAVING),
  TERMINATED("Terminated", LifecyclePhase.LEAVING),
  /** Standby, detaching, warm pool: somebody else decided it; it counts for nothing here. */
  OTHER("Other", LifecyclePhase.AWAY);

  private enum LifecyclePhase {
    COMING,
    HERE,
    LEAVING,
    AWAY
  }

  private final String text;
  private final LifecyclePhase phase;

  LifecycleState(String text, LifecyclePhase phase) {
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
    return phase == LifecyclePhase.COMING;
  }

  /** Whether the group counts on it. */
  public boolean isInService() {
    return phase == LifecyclePhase.HERE;
  }

  /** Whether somebody has set it aside, so that it counts for nothing. */
  public boolean isAway() {
    return phase == LifecyclePhase.AWAY;
  }

  /** Whether its end has begun. */
  public boolean isLeaving() {
    return phase == LifecyclePhase.LEAVING;
  }
}
