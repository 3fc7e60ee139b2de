package dev.natsfleet.local.cloud.autoscaling;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A scaling activity, with AWS's texts. */
public record Activity(
    UUID id,
    String group,
    String description,
    String cause,
    Instant start,
    @Nullable Instant end,
    Status status,
    @Nullable String message,
    String details) {

  /** StatusCode. */
  public enum Status {
    PRE_IN_SERVICE("PreInService", 30),
    IN_PROGRESS("InProgress", 50),
    MID_LIFECYCLE_ACTION("MidLifecycleAction", 40),
    SUCCESSFUL("Successful", 100),
    FAILED("Failed", 100),
    CANCELLED("Cancelled", 100);

    private final String text;
    private final int progress;

    Status(String text, int progress) {
      this.text = text;
      this.progress = progress;
    }

    public String text() {
      return text;
    }

    public int progress() {
      return progress;
    }

    boolean isFinal() {
      return compareTo(SUCCESSFUL) >= 0;
    }
  }

  Activity withStatus(Status next, @Nullable String why, Instant now) {
    return new Activity(
        id, group, description, cause, start, next.isFinal() ? now : null, next, why, details);
  }
}
