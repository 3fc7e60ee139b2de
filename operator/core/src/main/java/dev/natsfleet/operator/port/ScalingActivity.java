package dev.natsfleet.operator.port;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One activity of an Auto Scaling group, in AWS's words.
 *
 * @param id given by AWS
 * @param description what is done, and to which instance if there is one
 * @param cause what it is done for
 * @param outcome what came of it
 * @param message of AWS about the outcome, or an empty string
 */
public record ScalingActivity(
    String id, String description, String cause, ActivityOutcome outcome, String message) {

  private static final String LAUNCH = "Launching a new EC2 instance";
  private static final String TERMINATION = "Terminating EC2 instance";
  private static final Pattern INSTANCE = Pattern.compile("EC2 instance: (i-[0-9a-z]+)");

  /**
   * No capacity in a zone, a quota of the account that is used up, or a subnet without a free
   * address. The texts are those of EC2's error codes InsufficientInstanceCapacity,
   * UnfulfillableCapacity, VcpuLimitExceeded, InstanceLimitExceeded, MaxSpotInstanceCountExceeded
   * and InsufficientFreeAddressesInSubnet, which Auto Scaling gives with or without the code.
   * Unsupported is none of them: the zone never had the instance type.
   */
  private static final Pattern SHORTAGE =
      Pattern.compile(
          "do(es)? not have (sufficient|enough) .*capacity"
              + "|no Spot capacity available"
              + "|InsufficientInstanceCapacity|UnfulfillableCapacity"
              + "|VcpuLimitExceeded|current vCPU limit"
              + "|InstanceLimitExceeded|current instance limit|Your quota allows for"
              + "|MaxSpotInstanceCountExceeded|Max spot instance count exceeded"
              + "|InsufficientFreeAddressesInSubnet|enough free addresses",
          Pattern.CASE_INSENSITIVE);

  /** Who asked for a termination: a person, the operator, or a smaller desired capacity. */
  private static final Pattern WANTED_END =
      Pattern.compile(
          "in response to a user request|between desired and actual capacity"
              + "|was selected for termination");

  /** What came of an activity. */
  public enum ActivityOutcome {
    OPEN,
    SUCCESSFUL,
    FAILED,
    CANCELLED
  }

  /** The outcome that AWS calls by this word. */
  public static ActivityOutcome outcome(String statusCode) {
    return switch (statusCode) {
      case "Successful" -> ActivityOutcome.SUCCESSFUL;
      case "Failed" -> ActivityOutcome.FAILED;
      case "Cancelled" -> ActivityOutcome.CANCELLED;
      default -> ActivityOutcome.OPEN;
    };
  }

  /** Whether it is a launch. */
  boolean isLaunch() {
    return description.startsWith(LAUNCH);
  }

  /** Whether it is a launch that has ended, well or not. */
  boolean isFinishedLaunch() {
    return isLaunch() && outcome != ActivityOutcome.OPEN;
  }

  /** Whether it ended because there was no room for the instance, whatever its template. */
  boolean isShortOfCapacity() {
    return outcome == ActivityOutcome.FAILED && SHORTAGE.matcher(message).find();
  }

  /** The instance that somebody ended on purpose with this activity. */
  Optional<String> wantedEnd() {
    return description.startsWith(TERMINATION) && WANTED_END.matcher(cause).find()
        ? instance()
        : Optional.empty();
  }

  /** The instance that it is about, if there is one. */
  Optional<String> instance() {
    Matcher matcher = INSTANCE.matcher(description);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
