package dev.natsfleet.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.DeleteAutoScalingGroup;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.SetInstanceHealth;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.SuspendProcesses;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.TerminateInstanceInAutoScalingGroup;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.UpdateAutoScalingGroup;
import dev.natsfleet.local.cloud.autoscaling.GroupChange;
import dev.natsfleet.local.cloud.autoscaling.Member;
import dev.natsfleet.local.cloud.ec2.Ec2Command;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityTest {

  private final CloudStage stage = new CloudStage();

  private static UpdateAutoScalingGroup update(Integer min, Integer max) {
    return new UpdateAutoScalingGroup(
        CloudStage.GROUP,
        new GroupChange(null, null, min, max, null, null, null, null, null, null, null));
  }

  @Test
  void shouldRaiseDesiredWithMinAndLowerItWithMax() {
    // Given
    stage.create(CloudStage.change(0, 9, 1, false));
    stage.settle();

    // When / Then
    stage.does(update(3, 9));
    stage.settle();
    assertThat(stage.members()).hasSize(3);
    stage.does(update(0, 2));
    stage.settle();
    assertThat(stage.members()).hasSize(2);
  }

  @Test
  void shouldRefuseADesiredCapacityOutsideTheBounds() {
    // Given
    stage.create(CloudStage.sizes(1, 3, 1));

    // When / Then
    assertThatThrownBy(() -> stage.desire(4))
        .hasMessage(
            "ValidationError: New SetDesiredCapacity value 4 is above max value 3 for the"
                + " AutoScalingGroup.");
    assertThatThrownBy(() -> stage.desire(0)).hasMessageContaining("is below min value 1");
  }

  @Test
  void shouldRefuseADecrementBelowMin() {
    // Given
    stage.create(CloudStage.sizes(1, 3, 1));
    stage.settle();
    String id = stage.members().getFirst().id();

    // When / Then
    assertThatThrownBy(() -> stage.does(new TerminateInstanceInAutoScalingGroup(id, true)))
        .hasMessageContaining("Currently, desiredSize equals minSize (1).");
    assertThat(stage.states()).containsExactly("InService");
  }

  @Test
  void shouldEndTheChosenInstanceAndLaunchAnotherWithoutDecrement() {
    // Given
    stage.create(CloudStage.sizes(1, 3, 1));
    stage.settle();
    String id = stage.members().getFirst().id();

    // When
    stage.does(new TerminateInstanceInAutoScalingGroup(id, false));
    stage.settle();

    // Then
    assertThat(stage.members()).extracting(Member::id).hasSize(1).doesNotContain(id);
    assertThat(stage.causes())
        .anyMatch(
            cause ->
                cause.contains(
                    "instance " + id + " was taken out of service in response to a user request."));
  }

  @Test
  void shouldKeepProtectedInstancesAndSaySo() {
    // Given
    stage.create(CloudStage.sizes(0, 3, 3));
    stage.settle();

    // When
    stage.desire(1);
    stage.settle();

    // Then
    assertThat(stage.states()).containsOnly("InService").hasSize(3);
    assertThat(stage.causes().getFirst())
        .startsWith(
            "Could not scale to desired capacity because all remaining instances are protected");
  }

  @Test
  void shouldScaleInFromTheFullestZone() {
    // Given
    stage.create(CloudStage.change(0, 6, 4, false));
    stage.settle();

    // When
    stage.desire(3);
    stage.settle();

    // Then
    assertThat(stage.members()).extracting(Member::zone).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void shouldReplaceAnUnhealthyInstance() {
    // Given
    stage.create(CloudStage.sizes(0, 3, 2));
    stage.settle();
    String sick = stage.members().getFirst().id();

    // When
    stage.does(new SetInstanceHealth(sick, "Unhealthy", true));
    stage.settle();

    // Then
    assertThat(stage.states()).containsOnly("InService").hasSize(2);
    assertThat(stage.members()).extracting(Member::id).doesNotContain(sick);
    assertThat(stage.causes())
        .anyMatch(cause -> cause.contains("in response to a user health-check."));
    assertThat(stage.causes())
        .anyMatch(
            cause ->
                cause.contains("in response to an unhealthy instance needing to be replaced."));
  }

  @Test
  void shouldReplaceAMemberThatSomebodyTerminatedOnEc2() {
    // Given
    stage.create(CloudStage.sizes(0, 3, 1), CloudStage.TERMINATE);
    stage.settle();
    String gone = stage.members().getFirst().id();

    // When
    stage.ec2(new Ec2Command.TerminateInstances(List.of(gone)));
    stage.settle();

    // Then
    assertThat(stage.members()).extracting(Member::id).hasSize(1).doesNotContain(gone);
    assertThat(stage.causes())
        .anyMatch(
            cause ->
                cause.contains(
                    "an EC2 health check indicating it has been terminated or stopped."));
  }

  @Test
  void shouldLeaveTheUnhealthyWhileReplacingIsSuspended() {
    // Given
    stage.create(CloudStage.sizes(0, 3, 1));
    stage.settle();
    String sick = stage.members().getFirst().id();
    stage.does(new SuspendProcesses(CloudStage.GROUP, List.of("ReplaceUnhealthy")));

    // When
    stage.does(new SetInstanceHealth(sick, "Unhealthy", true));
    stage.settle();

    // Then
    assertThat(stage.members()).extracting(Member::id).containsExactly(sick);
    stage.does(
        new AutoScalingCommand.ResumeProcesses(CloudStage.GROUP, List.of("ReplaceUnhealthy")));
    stage.settle();
    assertThat(stage.members()).extracting(Member::id).hasSize(1).doesNotContain(sick);
  }

  @Test
  void shouldDeleteOnlyAnEmptyGroupWithoutForce() {
    // Given
    stage.create(CloudStage.sizes(0, 3, 1), CloudStage.TERMINATE);
    stage.settle();

    // When / Then
    assertThatThrownBy(() -> stage.does(new DeleteAutoScalingGroup(CloudStage.GROUP, false)))
        .hasMessageStartingWith("ResourceInUse");
    stage.does(new TerminateInstanceInAutoScalingGroup(stage.members().getFirst().id(), true));
    assertThatThrownBy(() -> stage.does(new DeleteAutoScalingGroup(CloudStage.GROUP, false)))
        .hasMessageStartingWith("ScalingActivityInProgress");
    stage.does(new DeleteAutoScalingGroup(CloudStage.GROUP, true));
    stage.settle();
    assertThatThrownBy(() -> stage.desire(1)).hasMessageContaining("name not found");
  }

  @Test
  void shouldDeleteAGroupWhoseNamesakeWasDeletedByForce() {
    // Given
    stage.create(CloudStage.sizes(0, 3, 1), CloudStage.LAUNCH);
    stage.settle();
    stage.does(new DeleteAutoScalingGroup(CloudStage.GROUP, true));
    stage.settle();

    // When
    stage.create(CloudStage.sizes(0, 3, 0));
    stage.settle();
    stage.does(new DeleteAutoScalingGroup(CloudStage.GROUP, false));

    // Then
    assertThatThrownBy(() -> stage.desire(1)).hasMessageContaining("name not found");
  }

  @Test
  void shouldLaunchInOtherZonesWhileOneIsOutAndBalanceAfterwards() {
    // Given
    stage.create(CloudStage.change(0, 6, 3, false));
    stage.settle();

    // When
    stage.cloud.faults().loseZone("eu-west-1a");
    stage.settle();

    // Then
    assertThat(stage.members())
        .extracting(Member::zone)
        .containsExactlyInAnyOrder("eu-west-1b", "eu-west-1b", "eu-west-1c");
    stage.cloud.faults().restoreZone("eu-west-1a");
    stage.settle();
    assertThat(stage.members()).extracting(Member::zone).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void shouldNotBalanceZonesWhileThatIsSuspended() {
    // Given
    stage.create(CloudStage.change(0, 6, 3, false));
    stage.settle();
    stage.does(new SuspendProcesses(CloudStage.GROUP, List.of("AZRebalance")));
    stage.cloud.faults().loseZone("eu-west-1a");
    stage.settle();
    List<String> before = stage.members().stream().map(Member::id).toList();

    // When
    stage.cloud.faults().restoreZone("eu-west-1a");
    stage.settle();

    // Then
    assertThat(stage.members()).extracting(Member::id).containsExactlyElementsOf(before);
  }

  @Test
  void shouldSayWhyALaunchFailedAndTryAgainLater() {
    // Given
    stage.cloud.faults().loseZone("eu-west-1a");
    stage.cloud.faults().loseZone("eu-west-1b");
    stage.cloud.faults().loseZone("eu-west-1c");

    // When
    stage.create(CloudStage.sizes(0, 3, 1));
    stage.settle();

    // Then
    assertThat(stage.causes().getFirst()).contains("sufficient capacity");
    stage.cloud.faults().restoreZone("eu-west-1b");
    stage.settle();
    assertThat(stage.members()).extracting(Member::zone).containsExactly("eu-west-1b");
  }
}
