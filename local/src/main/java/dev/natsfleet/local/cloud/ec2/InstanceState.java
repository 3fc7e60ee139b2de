package dev.natsfleet.local.cloud.ec2;

/** The state of an instance, with EC2's names and codes. */
public enum InstanceState {
  PENDING("pending", 0),
  RUNNING("running", 16),
  SHUTTING_DOWN("shutting-down", 32),
  TERMINATED("terminated", 48);

  private final String text;
  private final int code;

  InstanceState(String text, int code) {
    this.text = text;
    this.code = code;
  }

  public String text() {
    return text;
  }

  public int code() {
    return code;
  }

  /** Whether the instance is pending or running. */
  public boolean isUp() {
    return this == PENDING || this == RUNNING;
  }
}
