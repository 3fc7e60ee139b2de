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

  private final CloudFixture fixture = new CloudFixture();

  private static UpdateAutoScalingGroup update(Integer min, Integer max) {
    return new UpdateAutoScalingGroup(
        CloudFixture.GROUP,
        new GroupChange(null, null, min, max, null, null, null, null, null, null, null));
  }

  @Test
  void shouldRaiseDesiredWithMinAndLowerItWithMax() {
    // Given
    fixture.create(CloudFixture.change(0, 9, 1, false));
    fixture.settle();

    // When / Then
    fixture.execute(update(3, 9));
    fixture.settle();
    assertThat(fixture.members()).hasSize(3);
    fixture.execute(update(0, 2));
    fixture.settle();
    assertThat(fixture.members()).hasSize(2);
  }

  @Test
  void shouldRefuseADesiredCapacityOutsideTheBounds() {
    // Given
    fixture.create(CloudFixture.sizes(1, 3, 1));

    // When / Then
    assertThatThrownBy(() -> fixture.desire(4))
        .hasMessage(
            "ValidationError: New SetDesiredCapacity value 4 is above max value 3 for the"
                + " AutoScalingGroup.");
    assertThatThrownBy(() -> fixture.desire(0)).hasMessageContaining("is below min value 1");
  }

  @Test
  void shouldRefuseADecrementBelowMin() {
    // Given
    fixture.create(CloudFixture.sizes(1, 3, 1));
    fixture.settle();
    String id = fixture.members().getFirst().id();

    // When / Then
    assertThatThrownBy(() -> fixture.execute(new TerminateInstanceInAutoScalingGroup(id, true)))
        .hasMessageContaining("Currently, desiredSize equals minSize (1).");
    assertThat(fixture.states()).containsExactly("InService");
  }

  @Test
  void shouldEndTheChosenInstanceAndLaunchAnotherWithoutDecrement() {
    // Given
    fixture.create(CloudFixture.sizes(1, 3, 1));
    fixture.settle();
    String id = fixture.members().getFirst().id();

    // When
    fixture.execute(new TerminateInstanceInAutoScalingGroup(id, false));
    fixture.settle();

    // Then
    assertThat(fixture.members()).extracting(Member::id).hasSize(1).doesNotContain(id);
    assertThat(fixture.causes())
        .anyMatch(
            cause ->
                cause.contains(
                    "instance " + id + " was taken out of service in response to a user request."));
  }

  @Test
  void shouldKeepProtectedInstancesAndSaySo() {
    // Given
    fixture.create(CloudFixture.sizes(0, 3, 3));
    fixture.settle();

    // When
    fixture.desire(1);
    fixture.settle();

    // Then
    assertThat(fixture.states()).containsOnly("InService").hasSize(3);
    assertThat(fixture.causes().getFirst())
        .startsWith(
            "Could not scale to desired capacity because all remaining instances are protected");
  }

  @Test
  void shouldScaleInFromTheFullestZone() {
    // Given
    fixture.create(CloudFixture.change(0, 6, 4, false));
    fixture.settle();

    // When
    fixture.desire(3);
    fixture.settle();

    // Then
    assertThat(fixture.members()).extracting(Member::zone).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void shouldReplaceAnUnhealthyInstance() {
    // Given
    fixture.create(CloudFixture.sizes(0, 3, 2));
    fixture.settle();
    String sick = fixture.members().getFirst().id();

    // When
    fixture.execute(new SetInstanceHealth(sick, "Unhealthy", true));
    fixture.settle();

    // Then
    assertThat(fixture.states()).containsOnly("InService").hasSize(2);
    assertThat(fixture.members()).extracting(Member::id).doesNotContain(sick);
    assertThat(fixture.causes())
        .anyMatch(cause -> cause.contains("in response to a user health-check."));
    assertThat(fixture.causes())
        .anyMatch(
            cause ->
                cause.contains("in response to an unhealthy instance needing to be replaced."));
  }

  @Test
  void shouldReplaceAMemberThatSomebodyTerminatedOnEc2() {
    // Given
    fixture.create(CloudFixture.sizes(0, 3, 1), CloudFixture.TERMINATE);
    fixture.settle();
    String gone = fixture.members().getFirst().id();

    // When
    fixture.ec2(new Ec2Command.TerminateInstances(List.of(gone)));
    fixture.settle();

    // Then
    assertThat(fixture.members()).extracting(Member::id).hasSize(1).doesNotContain(gone);
    assertThat(fixture.causes())
        .anyMatch(
            cause ->
                cause.contains(
                    "an EC2 health check indicating it has been terminated or stopped."));
  }

  @Test
  void shouldLeaveTheUnhealthyWhileReplacingIsSuspended() {
    // Given
    fixture.create(CloudFixture.sizes(0, 3, 1));
    fixture.settle();
    String sick = fixture.members().getFirst().id();
    fixture.execute(new SuspendProcesses(CloudFixture.GROUP, List.of("ReplaceUnhealthy")));

    // When
    fixture.execute(new SetInstanceHealth(sick, "Unhealthy", true));
    fixture.settle();

    // Then
    assertThat(fixture.members()).extracting(Member::id).containsExactly(sick);
    fixture.execute(
        new AutoScalingCommand.ResumeProcesses(CloudFixture.GROUP, List.of("ReplaceUnhealthy")));
    fixture.settle();
    assertThat(fixture.members()).extracting(Member::id).hasSize(1).doesNotContain(sick);
  }

  @Test
  void shouldDeleteOnlyAnEmptyGroupWithoutForce() {
    // Given
    fixture.create(CloudFixture.sizes(0, 3, 1), CloudFixture.TERMINATE);
    fixture.settle();

    // When / Then
    assertThatThrownBy(() -> fixture.execute(new DeleteAutoScalingGroup(CloudFixture.GROUP, false)))
        .hasMessageStartingWith("ResourceInUse");
    fixture.execute(
        new TerminateInstanceInAutoScalingGroup(fixture.members().getFirst().id(), true));
    assertThatThrownBy(() -> fixture.execute(new DeleteAutoScalingGroup(CloudFixture.GROUP, false)))
        .hasMessageStartingWith("ScalingActivityInProgress");
    fixture.execute(new DeleteAutoScalingGroup(CloudFixture.GROUP, true));
    assertThatThrownBy(() -> fixture.desire(1))
        .hasMessage(
            "ValidationError: The AutoScaling group may not be modified while it is pending delete.");
    fixture.settle();
    assertThatThrownBy(() -> fixture.desire(1)).hasMessageContaining("name not found");
  }

  @Test
  void shouldDeleteAGroupWhoseNamesakeWasDeletedByForce() {
    // Given
    fixture.create(CloudFixture.sizes(0, 3, 1), CloudFixture.LAUNCH);
    fixture.settle();
    fixture.execute(new DeleteAutoScalingGroup(CloudFixture.GROUP, true));
    fixture.settle();

    // When
    fixture.create(CloudFixture.sizes(0, 3, 0));
    fixture.settle();
    fixture.execute(new DeleteAutoScalingGroup(CloudFixture.GROUP, false));

    // Then
    assertThatThrownBy(() -> fixture.desire(1)).hasMessageContaining("name not found");
  }

  @Test
  void shouldLaunchInOtherZonesWhileOneIsOutAndBalanceAfterwards() {
    // Given
    fixture.create(CloudFixture.change(0, 6, 3, false));
    fixture.settle();

    // When
    fixture.cloud.faults().loseZone("eu-west-1a");
    fixture.settle();

    // Then
    assertThat(fixture.members())
        .extracting(Member::zone)
        .containsExactlyInAnyOrder("eu-west-1b", "eu-west-1b", "eu-west-1c");
    fixture.cloud.faults().restoreZone("eu-west-1a");
    fixture.settle();
    assertThat(fixture.members()).extracting(Member::zone).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void shouldNotBalanceZonesWhileThatIsSuspended() {
    // Given
    fixture.create(CloudFixture.change(0, 6, 3, false));
    fixture.settle();
    fixture.execute(new SuspendProcesses(CloudFixture.GROUP, List.of("AZRebalance")));
    fixture.cloud.faults().loseZone("eu-west-1a");
    fixture.settle();
    List<String> before = fixture.members().stream().map(Member::id).toList();

    // When
    fixture.cloud.faults().restoreZone("eu-west-1a");
    fixture.settle();

    // Then
    assertThat(fixture.members()).extracting(Member::id).containsExactlyElementsOf(before);
  }

  @Test
  void shouldSayWhyALaunchFailedAndTryAgainLater() {
    // Given
    fixture.cloud.faults().loseZone("eu-west-1a");
    fixture.cloud.faults().loseZone("eu-west-1b");
    fixture.cloud.faults().loseZone("eu-west-1c");

    // When
    fixture.create(CloudFixture.sizes(0, 3, 1));
    fixture.settle();

    // Then
    assertThat(fixture.causes().getFirst()).contains("sufficient capacity");
    fixture.cloud.faults().restoreZone("eu-west-1b");
    fixture.settle();
    assertThat(fixture.members()).extracting(Member::zone).containsExactly("eu-west-1b");
  }
}
