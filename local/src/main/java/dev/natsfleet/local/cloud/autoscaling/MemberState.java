package dev.natsfleet.local.cloud.autoscaling;

/** The lifecycle state of a member, with AWS's names. */
public enum MemberState {
  PENDING("Pending"),
  PENDING_WAIT("Pending:Wait"),
  PENDING_PROCEED("Pending:Proceed"),
  IN_SERVICE("InService"),
  TERMINATING("Terminating"),
  TERMINATING_WAIT("Terminating:Wait"),
  TERMINATING_PROCEED("Terminating:Proceed");

  private final String text;

  MemberState(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** Whether it is a state before InService. */
  public boolean isLaunching() {
    return compareTo(IN_SERVICE) < 0;
  }

  /** Whether it is a state after InService. */
  public boolean isTerminating() {
    return compareTo(IN_SERVICE) > 0;
  }
}
