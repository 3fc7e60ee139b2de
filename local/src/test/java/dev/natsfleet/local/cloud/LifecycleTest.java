package dev.natsfleet.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.ActionRef;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingResult;
import dev.natsfleet.local.cloud.autoscaling.HookSpec;
import dev.natsfleet.local.cloud.autoscaling.Member;
import dev.natsfleet.local.cloud.effect.Effect;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LifecycleTest {

  private final CloudFixture fixture = new CloudFixture();

  @Test
  void shouldHoldALaunchingInstanceUntilItsHookIsCompleted() {
    // Given
    fixture.create(CloudFixture.sizes(0, 3, 1), CloudFixture.LAUNCH);

    // When
    fixture.settle();

    // Then
    assertThat(fixture.states()).containsExactly("Pending:Wait");
    Member member = fixture.members().getFirst();
    fixture.complete("launch", member.id(), "CONTINUE");
    assertThat(fixture.states()).containsExactly("Pending:Proceed");
    fixture.settle();
    assertThat(fixture.states()).containsExactly("InService");
    assertThat(fixture.members().getFirst().scaleInProtected()).isTrue();
  }

  @Test
  void shouldServeAtOnceWithoutHooks() {
    // Given / When
    fixture.create(CloudFixture.sizes(0, 3, 3));
    fixture.settle();

    // Then
    assertThat(fixture.states()).containsOnly("InService").hasSize(3);
    assertThat(fixture.members()).extracting(Member::zone).doesNotHaveDuplicates();
  }

  @Test
  void shouldReplaceAnAbandonedLaunchMoreSlowlyEachTime() {
    // Given
    fixture.create(CloudFixture.sizes(0, 3, 1), CloudFixture.LAUNCH);
    fixture.settle();
    Member first = fixture.members().getFirst();

    // When
    fixture.complete("launch", first.id(), "ABANDON");
    fixture.advance(Duration.ofMillis(1900));

    // Then
    assertThat(fixture.members()).isEmpty();
    fixture.advance(Duration.ofSeconds(3));
    assertThat(fixture.states()).containsExactly("Pending:Wait");
    Member second = fixture.members().getFirst();
    assertThat(second.id()).isNotEqualTo(first.id());
    fixture.complete("launch", second.id(), "ABANDON");
    fixture.advance(Duration.ofMillis(3900));
    assertThat(fixture.members()).isEmpty();
    fixture.advance(Duration.ofSeconds(2));
    assertThat(fixture.states()).containsExactly("Pending:Wait");
  }

  @Test
  void shouldTakeTheDefaultResultWhenNobodyBeats() {
    // Given
    fixture.create(CloudFixture.sizes(0, 3, 1), CloudFixture.LAUNCH);
    fixture.settle();
    String first = fixture.members().getFirst().id();

    // When
    fixture.advance(Duration.ofSeconds(290));
    assertThat(fixture.members()).extracting(Member::id).containsExactly(first);
    fixture.advance(Duration.ofSeconds(30));

    // Then
    assertThat(fixture.members()).extracting(Member::id).hasSize(1).doesNotContain(first);
  }

  @Test
  void shouldKeepWaitingWithHeartbeatsUpToTheGlobalTimeout() {
    // Given
    fixture.create(CloudFixture.sizes(0, 3, 1), CloudFixture.LAUNCH);
    fixture.settle();
    String id = fixture.members().getFirst().id();
    ActionRef action = new ActionRef(CloudFixture.GROUP, "launch", null, id);

    // When: a beat each 299 s, for less than 100 × 300 s
    for (int beat = 0; beat < 100; beat++) {
      fixture.execute(new AutoScalingCommand.RecordLifecycleActionHeartbeat(action));
      fixture.advance(Duration.ofSeconds(299));
    }
    fixture.execute(new AutoScalingCommand.RecordLifecycleActionHeartbeat(action));

    // Then
    assertThat(fixture.states()).containsExactly("Pending:Wait");
    fixture.advance(Duration.ofSeconds(100));
    assertThat(fixture.members()).extracting(Member::id).doesNotContain(id);
  }

  @Test
  void shouldRefuseToCompleteTwice() {
    // Given
    fixture.create(CloudFixture.sizes(0, 3, 1), CloudFixture.LAUNCH);
    fixture.settle();
    String id = fixture.members().getFirst().id();

    // When
    fixture.complete("launch", id, "CONTINUE");

    // Then
    assertThatThrownBy(() -> fixture.complete("launch", id, "CONTINUE"))
        .hasMessage("ValidationError: No active Lifecycle Action found with instance ID " + id);
  }

  @Test
  void shouldLeaveThroughTheTerminateHookAndStopTheMachineOnlyThen() {
    // Given
    fixture.create(CloudFixture.sizes(0, 3, 1), CloudFixture.TERMINATE);
    fixture.settle();
    String id = fixture.members().getFirst().id();

    // When
    fixture.execute(new AutoScalingCommand.TerminateInstanceInAutoScalingGroup(id, true));
    fixture.settle();

    // Then
    assertThat(fixture.states()).containsExactly("Terminating:Wait");
    assertThat(fixture.cloud.metadata().read(id, "meta-data/autoscaling/target-lifecycle-state"))
        .hasValue("Terminated");
    assertThat(fixture.effects).doesNotContain(new Effect.StopInstance(id));
    fixture.complete("terminate", id, "CONTINUE");
    fixture.settle();
    assertThat(fixture.effects).contains(new Effect.StopInstance(id));
    assertThat(fixture.members()).isEmpty();
    assertThat(fixture.group().settings().capacity().desired()).isZero();
  }

  @Test
  void shouldGoThroughSeveralHooksOneAfterTheOther() {
    // Given
    HookSpec second =
        new HookSpec("launch-2", "autoscaling:EC2_INSTANCE_LAUNCHING", 60, "CONTINUE", null);
    fixture.create(CloudFixture.sizes(0, 3, 1), CloudFixture.LAUNCH, second);
    fixture.settle();
    String id = fixture.members().getFirst().id();

    // When
    fixture.complete("launch", id, "CONTINUE");
    fixture.settle();

    // Then
    assertThat(fixture.states()).containsExactly("Pending:Wait");
    fixture.advance(Duration.ofSeconds(61));
    assertThat(fixture.states()).containsExactly("InService");
  }

  @Test
  void shouldAcceptASecondTerminateOfATerminatingInstance() {
    // Given
    fixture.create(CloudFixture.sizes(0, 3, 1), CloudFixture.TERMINATE);
    fixture.settle();
    String id = fixture.members().getFirst().id();
    AutoScalingCommand terminate =
        new AutoScalingCommand.TerminateInstanceInAutoScalingGroup(id, true);
    AutoScalingResult first = fixture.execute(terminate);

    // When
    AutoScalingResult second = fixture.execute(terminate);

    // Then: cluster-autoscaler, issue 5411
    assertThat(activityId(second)).isEqualTo(activityId(first));
    assertThat(fixture.group().settings().capacity().desired()).isZero();
  }

  private static UUID activityId(AutoScalingResult result) {
    return ((AutoScalingResult.StartedActivity) result).activity().id();
  }

  @Test
  void shouldAbandonALaunchWhoseHookIsDeleted() {
    // Given
    fixture.create(CloudFixture.sizes(0, 3, 1), CloudFixture.LAUNCH);
    fixture.settle();
    String id = fixture.members().getFirst().id();

    // When
    fixture.execute(new AutoScalingCommand.DeleteLifecycleHook(CloudFixture.GROUP, "launch"));
    fixture.settle();

    // Then: ASG API, DeleteLifecycleHook
    assertThat(fixture.states()).containsExactly("InService");
    assertThat(fixture.members()).extracting(Member::id).doesNotContain(id);
  }

  @Test
  void shouldLetATerminatingMemberGoWhenItsHookIsDeleted() {
    // Given
    fixture.create(CloudFixture.sizes(0, 3, 1), CloudFixture.TERMINATE);
    fixture.settle();
    String id = fixture.members().getFirst().id();
    fixture.execute(new AutoScalingCommand.TerminateInstanceInAutoScalingGroup(id, true));
    fixture.settle();

    // When
    fixture.execute(new AutoScalingCommand.DeleteLifecycleHook(CloudFixture.GROUP, "terminate"));
    fixture.settle();

    // Then
    assertThat(fixture.members()).isEmpty();
  }

  @Test
  void shouldGiveTheSameAnswersForTheSameSeed() {
    // Given
    CloudFixture twin = new CloudFixture(7);
    CloudFixture stranger = new CloudFixture(8);

    // When
    List.of(fixture, twin, stranger).forEach(each -> each.create(CloudFixture.sizes(0, 3, 3)));
    List.of(fixture, twin, stranger).forEach(CloudFixture::settle);

    // Then
    assertThat(fixture.group()).isEqualTo(twin.group()).isNotEqualTo(stranger.group());
    assertThat(fixture.effects).isEqualTo(twin.effects);
  }
}
