package dev.natsfleet.operator.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.port.ScalingActivity.ActivityOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are those that users of Auto Scaling groups have published. */
class LaunchHistoryTest {

  private static final String ABANDONED =
      "Instance failed to complete user's Lifecycle Action: Lifecycle Action with token 5f9b was"
          + " abandoned: Heartbeat Timeout";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We currently do not have sufficient c7g.large capacity in the Availability Zone you requested (eu-west-1a). Our system will be working on provisioning additional capacity. Launching EC2 instance failed.",
        "Could not launch Spot Instances. InsufficientInstanceCapacity - There is no Spot capacity available that matches your request. Launching EC2 instance failed.",
        "Could not launch Spot Instances. UnfulfillableCapacity - Unable to fulfill capacity due to your request configuration. Please adjust your request and try again. Launching EC2 instance failed.",
        "Could not launch On-Demand Instances. VcpuLimitExceeded - You have requested more vCPU capacity than your current vCPU limit of 32 allows for the instance bucket that the specified instance type belongs to. Launching EC2 instance failed.",
        "You have requested more instances (7) than your current instance limit of 6 allows for the specified instance type. Launching EC2 instance failed.",
        "Your quota allows for 0 more running instance(s). You requested at least 1. Launching EC2 instance failed.",
        "Max spot instance count exceeded. Launching EC2 instance failed.",
        "There are not enough free addresses in subnet 'subnet-1' to satisfy the requested number of instances. Launching EC2 instance failed."
      })
  void shouldTakeALackOfCapacityForNoFailure(String message) {
    // When
    NodeGroup.Failures failures =
        LaunchHistory.failures(
            List.of(
                launch("2", ActivityOutcome.FAILED, message),
                launch("1", ActivityOutcome.CANCELLED, ABANDONED)));

    // Then
    assertThat(failures).isEqualTo(new NodeGroup.Failures(List.of("1"), ABANDONED, message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your requested instance type (c7g.large) is not supported in your requested Availability Zone (us-east-1e). Launching EC2 instance failed.",
        "The image id '[ami-1]' does not exist. Launching EC2 instance failed.",
        "Invalid IAM Instance Profile name. Launching EC2 instance failed.",
        "Instance became unhealthy while waiting for instance to be in InService state. Termination Reason: Client.InternalError: Client error on launch"
      })
  void shouldTakeAWrongTemplateForAFailure(String message) {
    // When
    NodeGroup.Failures failures =
        LaunchHistory.failures(List.of(launch("1", ActivityOutcome.FAILED, message)));

    // Then
    assertThat(failures).isEqualTo(new NodeGroup.Failures(List.of("1"), message, ""));
  }

  @Test
  void shouldForgetWhatWasBeforeTheNewestSuccess() {
    // When
    NodeGroup.Failures failures =
        LaunchHistory.failures(
            List.of(
                launch("4", ActivityOutcome.OPEN, ""),
                launch("3", ActivityOutcome.CANCELLED, ABANDONED),
                launch("2", ActivityOutcome.SUCCESSFUL, ""),
                launch("1", ActivityOutcome.CANCELLED, ABANDONED)));

    // Then
    assertThat(failures.activities()).containsExactly("3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "At 2026-11-28T10:00:00Z instance i-2 was taken out of service in response to a user request, shrinking the capacity from 6 to 5.",
        "At 2026-11-28T10:00:00Z a user request explicitly set group desired capacity changing the desired capacity from 2 to 1. At 2026-11-28T10:00:01Z an instance was taken out of service in response to a difference between desired and actual capacity, shrinking the capacity from 2 to 1."
      })
  void shouldNotBlameALaunchThatSomebodyEnded(String cause) {
    // Given
    ScalingActivity launch = launch("2", ActivityOutcome.CANCELLED, "The instance was terminated.");

    // Then
    assertThat(LaunchHistory.failures(List.of(termination(cause), launch)))
        .isEqualTo(NodeGroup.Failures.NONE);
  }

  @Test
  void shouldBlameALaunchThatItsHookGaveUp() {
    // Given
    ScalingActivity end = termination("taken out of service in response to a user request.");

    // Then
    assertThat(
            LaunchHistory.failures(List.of(end, launch("2", ActivityOutcome.CANCELLED, ABANDONED)))
                .inARow())
        .isEqualTo(1);
  }

  private static ScalingActivity launch(String id, ActivityOutcome outcome, String message) {
    return new ScalingActivity(
        id, "Launching a new EC2 instance: i-" + id, "needed", outcome, message);
  }

  private static ScalingActivity termination(String cause) {
    return new ScalingActivity(
        "end", "Terminating EC2 instance: i-2", cause, ActivityOutcome.SUCCESSFUL, "");
  }
}
