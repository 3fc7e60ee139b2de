package dev.natsfleet.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.TerminateInstanceInAutoScalingGroup;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingResult;
import dev.natsfleet.local.cloud.autoscaling.Member;
import dev.natsfleet.local.cloud.ec2.Ec2Command;
import dev.natsfleet.local.cloud.ec2.Ec2Result;
import dev.natsfleet.local.cloud.ec2.TemplateRef;
import dev.natsfleet.local.cloud.query.PageRequest;
import dev.natsfleet.local.cloud.world.Realism;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RealismTest {

  private static final Duration STEP = Duration.ofMillis(50);
  private static final Realism LATE = Realism.LATE;
  private static final Realism SETTLING = new Realism(Duration.ZERO, Duration.ofSeconds(3), false);
  private static final Realism HOLDING = new Realism(Duration.ZERO, Duration.ZERO, true);

  private static String run(CloudFixture fixture) {
    Ec2Result result =
        fixture.ec2(
            new Ec2Command.RunInstances(
                new TemplateRef(null, "web"),
                "1",
                CloudFixture.CONTENT,
                null,
                new Ec2Command.Count(1, 1),
                null));
    return ((Ec2Result.Launched) result).instances().getFirst().id();
  }

  private static Ec2Result describe(CloudFixture fixture, String id) {
    return fixture.ec2(new Ec2Command.DescribeInstances(List.of(id), List.of(), PageRequest.FIRST));
  }

  /** How long after the launch describe calls show the instance, in steps of the clock. */
  private static int stepsUntilDescribed(long seed) {
    CloudFixture fixture = new CloudFixture(seed, LATE);
    fixture.settle();
    String id = run(fixture);
    int steps = 0;
    while (!isDescribed(fixture, id)) {
      fixture.advance(STEP);
      steps++;
    }
    return steps;
  }

  private static boolean isDescribed(CloudFixture fixture, String id) {
    return fixture.cloud.ec2(
            CloudFixture.ANN,
            new Ec2Command.DescribeInstances(List.of(id), List.of(), PageRequest.FIRST))
        instanceof CommandResult.Ok<Ec2Result>;
  }

  @Test
  void shouldNotDescribeAnInstanceJustLaunched() {
    // Given
    CloudFixture fixture = new CloudFixture(7, LATE);

    // When
    String id = run(fixture);

    // Then
    assertThatThrownBy(() -> describe(fixture, id))
        .hasMessageStartingWith("InvalidInstanceID.NotFound");
    fixture.advance(Duration.ofSeconds(2));
    assertThat(describe(fixture, id)).isNotNull();
  }

  @Test
  void shouldShowEachChangeWithinTheLongestDelayAndAlikeForASeed() {
    // Given / When
    List<Integer> steps =
        IntStream.range(0, 20).mapToObj(RealismTest::stepsUntilDescribed).toList();

    // Then
    assertThat(steps).allMatch(step -> step <= 40).anyMatch(step -> step > 20);
    assertThat(stepsUntilDescribed(3)).isEqualTo(steps.get(3));
  }

  @Test
  void shouldShowTheStatesOfAMemberLateButInTheirOrder() {
    // Given
    CloudFixture fixture = new CloudFixture(7, LATE);
    fixture.create(CloudFixture.sizes(0, 3, 1), CloudFixture.LAUNCH);
    List<String> seen = new ArrayList<>();

    // When
    for (int i = 0; i < 200; i++) {
      fixture.advance(STEP);
      seen.add(describedStates(fixture));
    }

    // Then
    assertThat(List.of("no group", "[]", "[Pending]", "[Pending:Wait]"))
        .containsSubsequence(seen.stream().distinct().toList());
    assertThat(seen.getFirst()).isEqualTo("no group");
    assertThat(seen.getLast()).isEqualTo("[Pending:Wait]");
  }

  private static String describedStates(CloudFixture fixture) {
    AutoScalingResult result =
        fixture.execute(
            new AutoScalingCommand.DescribeAutoScalingGroups(
                List.of(CloudFixture.GROUP), true, List.of(), PageRequest.FIRST));
    return ((AutoScalingResult.GroupPage) result)
        .page().items().stream()
            .map(group -> group.members().stream().map(m -> m.state().text()).toList().toString())
            .findFirst()
            .orElse("no group");
  }

  @Test
  void shouldNotFindALifecycleActionForAMomentAlthoughTheMemberWaits() {
    // Given
    CloudFixture fixture = new CloudFixture(7, SETTLING);
    fixture.create(CloudFixture.sizes(0, 3, 1), CloudFixture.LAUNCH);
    while (!fixture.states().equals(List.of("Pending:Wait"))) {
      fixture.advance(STEP);
    }
    String id = fixture.members().getFirst().id();

    // When / Then
    assertThatThrownBy(() -> fixture.complete("launch", id, "CONTINUE"))
        .hasMessage("ValidationError: No active Lifecycle Action found with instance ID " + id);
    fixture.advance(Duration.ofSeconds(3));
    fixture.complete("launch", id, "CONTINUE");
    assertThat(fixture.states()).containsExactly("Pending:Proceed");
  }

  @Test
  void shouldHoldAMemberInItsTerminateHookAlthoughItsMachineIsGone() {
    // Given
    CloudFixture fixture = new CloudFixture(7, HOLDING);
    fixture.create(CloudFixture.sizes(0, 3, 1), CloudFixture.TERMINATE);
    fixture.settle();
    String gone = fixture.members().getFirst().id();

    // When
    fixture.cloud.faults().kill(gone);
    fixture.settle();

    // Then
    assertThat(fixture.states()).containsExactly("Terminating:Wait", "InService");
    fixture.complete("terminate", gone, "CONTINUE");
    fixture.settle();
    assertThat(fixture.members()).extracting(Member::id).hasSize(1).doesNotContain(gone);
  }

  @Test
  void shouldLetAGoneMemberGoWhenItsTerminateHookTimesOut() {
    // Given
    CloudFixture fixture = new CloudFixture(7, HOLDING);
    fixture.create(CloudFixture.sizes(0, 3, 1), CloudFixture.TERMINATE);
    fixture.settle();
    String gone = fixture.members().getFirst().id();
    fixture.execute(new TerminateInstanceInAutoScalingGroup(gone, true));
    fixture.settle();

    // When
    fixture.cloud.faults().kill(gone);
    fixture.advance(Duration.ofSeconds(880));

    // Then
    assertThat(fixture.states()).containsExactly("Terminating:Wait");
    fixture.advance(Duration.ofSeconds(20));
    assertThat(fixture.members()).isEmpty();
  }
}
