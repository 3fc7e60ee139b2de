package dev.natsfleet.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.ActionRef;
import dev.natsfleet.local.cloud.autoscaling.HookSpec;
import dev.natsfleet.local.cloud.autoscaling.Member;
import dev.natsfleet.local.cloud.effect.Effect;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleTest {

  private final CloudStage stage = new CloudStage();

  @Test
  void shouldHoldALaunchingInstanceUntilItsHookIsCompleted() {
    // Given
    stage.create(CloudStage.sizes(0, 3, 1), CloudStage.LAUNCH);

    // When
    stage.settle();

    // Then
    assertThat(stage.states()).containsExactly("Pending:Wait");
    Member member = stage.members().getFirst();
    stage.complete("launch", member.id(), "CONTINUE");
    assertThat(stage.states()).containsExactly("Pending:Proceed");
    stage.settle();
    assertThat(stage.states()).containsExactly("InService");
    assertThat(stage.members().getFirst().shielded()).isTrue();
  }

  @Test
  void shouldServeAtOnceWithoutHooks() {
    // Given / When
    stage.create(CloudStage.sizes(0, 3, 3));
    stage.settle();

    // Then
    assertThat(stage.states()).containsOnly("InService").hasSize(3);
    assertThat(stage.members()).extracting(Member::zone).doesNotHaveDuplicates();
  }

  @Test
  void shouldReplaceAnAbandonedLaunchMoreSlowlyEachTime() {
    // Given
    stage.create(CloudStage.sizes(0, 3, 1), CloudStage.LAUNCH);
    stage.settle();
    Member first = stage.members().getFirst();

    // When
    stage.complete("launch", first.id(), "ABANDON");
    stage.pass(Duration.ofMillis(1900));

    // Then
    assertThat(stage.members()).isEmpty();
    stage.pass(Duration.ofSeconds(3));
    assertThat(stage.states()).containsExactly("Pending:Wait");
    Member second = stage.members().getFirst();
    assertThat(second.id()).isNotEqualTo(first.id());
    stage.complete("launch", second.id(), "ABANDON");
    stage.pass(Duration.ofMillis(3900));
    assertThat(stage.members()).isEmpty();
    stage.pass(Duration.ofSeconds(2));
    assertThat(stage.states()).containsExactly("Pending:Wait");
  }

  @Test
  void shouldTakeTheDefaultResultWhenNobodyBeats() {
    // Given
    stage.create(CloudStage.sizes(0, 3, 1), CloudStage.LAUNCH);
    stage.settle();
    String first = stage.members().getFirst().id();

    // When
    stage.pass(Duration.ofSeconds(290));
    assertThat(stage.members()).extracting(Member::id).containsExactly(first);
    stage.pass(Duration.ofSeconds(30));

    // Then
    assertThat(stage.members()).extracting(Member::id).hasSize(1).doesNotContain(first);
  }

  @Test
  void shouldKeepWaitingWithHeartbeatsUpToTheGlobalTimeout() {
    // Given
    stage.create(CloudStage.sizes(0, 3, 1), CloudStage.LAUNCH);
    stage.settle();
    String id = stage.members().getFirst().id();
    ActionRef action = new ActionRef(CloudStage.GROUP, "launch", null, id);

    // When: a beat each 299 s, for less than 100 × 300 s
    for (int beat = 0; beat < 100; beat++) {
      stage.does(new AutoScalingCommand.RecordLifecycleActionHeartbeat(action));
      stage.pass(Duration.ofSeconds(299));
    }
    stage.does(new AutoScalingCommand.RecordLifecycleActionHeartbeat(action));

    // Then
    assertThat(stage.states()).containsExactly("Pending:Wait");
    stage.pass(Duration.ofSeconds(100));
    assertThat(stage.members()).extracting(Member::id).doesNotContain(id);
  }

  @Test
  void shouldRefuseToCompleteTwice() {
    // Given
    stage.create(CloudStage.sizes(0, 3, 1), CloudStage.LAUNCH);
    stage.settle();
    String id = stage.members().getFirst().id();

    // When
    stage.complete("launch", id, "CONTINUE");

    // Then
    assertThatThrownBy(() -> stage.complete("launch", id, "CONTINUE"))
        .hasMessage("ValidationError: No active Lifecycle Action found with instance ID " + id);
  }

  @Test
  void shouldLeaveThroughTheTerminateHookAndStopTheMachineOnlyThen() {
    // Given
    stage.create(CloudStage.sizes(0, 3, 1), CloudStage.TERMINATE);
    stage.settle();
    String id = stage.members().getFirst().id();

    // When
    stage.does(new AutoScalingCommand.TerminateInstanceInAutoScalingGroup(id, true));
    stage.settle();

    // Then
    assertThat(stage.states()).containsExactly("Terminating:Wait");
    assertThat(stage.cloud.metadata().read(id, "meta-data/autoscaling/target-lifecycle-state"))
        .hasValue("Terminated");
    assertThat(stage.effects).doesNotContain(new Effect.StopInstance(id));
    stage.complete("terminate", id, "CONTINUE");
    stage.settle();
    assertThat(stage.effects).contains(new Effect.StopInstance(id));
    assertThat(stage.members()).isEmpty();
    assertThat(stage.group().settings().capacity().desired()).isZero();
  }

  @Test
  void shouldGoThroughSeveralHooksOneAfterTheOther() {
    // Given
    HookSpec second =
        new HookSpec("launch-2", "autoscaling:EC2_INSTANCE_LAUNCHING", 60, "CONTINUE", null);
    stage.create(CloudStage.sizes(0, 3, 1), CloudStage.LAUNCH, second);
    stage.settle();
    String id = stage.members().getFirst().id();

    // When
    stage.complete("launch", id, "CONTINUE");
    stage.settle();

    // Then
    assertThat(stage.states()).containsExactly("Pending:Wait");
    stage.pass(Duration.ofSeconds(61));
    assertThat(stage.states()).containsExactly("InService");
  }

  @Test
  void shouldGiveTheSameAnswersForTheSameSeed() {
    // Given
    CloudStage twin = new CloudStage(7);
    CloudStage stranger = new CloudStage(8);

    // When
    List.of(stage, twin, stranger).forEach(each -> each.create(CloudStage.sizes(0, 3, 3)));
    List.of(stage, twin, stranger).forEach(CloudStage::settle);

    // Then
    assertThat(stage.group()).isEqualTo(twin.group()).isNotEqualTo(stranger.group());
    assertThat(stage.effects).isEqualTo(twin.effects);
  }
}
