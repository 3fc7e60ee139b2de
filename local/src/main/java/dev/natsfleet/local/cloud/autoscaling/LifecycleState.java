package dev.natsfleet.local.cloud.autoscaling;

/** Where a member of a group is in its life, with AWS's names. */
public enum LifecycleState {
  PENDING("Pending"),
  PENDING_WAIT("Pending:Wait"),
  PENDING_PROCEED("Pending:Proceed"),
  IN_SERVICE("InService"),
  TERMINATING("Terminating"),
  TERMINATING_WAIT("Terminating:Wait"),
  TERMINATING_PROCEED("Terminating:Proceed");

  private final String text;

  LifecycleState(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** Whether it is on its way into service. */
  public boolean launching() {
    return compareTo(IN_SERVICE) < 0;
  }

  /** Whether it is on its way out. */
  public boolean terminating() {
    return compareTo(IN_SERVICE) > 0;
  }
}
