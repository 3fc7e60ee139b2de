package dev.natsfleet.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.port.NodeGroups.Capacity;
import dev.natsfleet.operator.world.Wishes;
import dev.natsfleet.registry.NodeState;
import org.junit.jupiter.api.Test;

class ReplacementTest {

  private static final Wish THREE = Wishes.nodes(3);

  @Test
  void shouldReplaceNodesThatAskForItOneAfterTheOther() {
    // Given
    Story story = Story.settled(THREE);
    story.machine(1).says = NodeState.FAILED;
    story.machine(2).says = NodeState.FAILED;
    story.world.tick();

    // When
    story.pass(THREE);
    story.world.tick();
    story.pass(THREE);

    // Then
    assertThat(story.machine(1).member()).isFalse();
    assertThat(story.machine(2).serves() || story.machine(2).member()).isTrue();
    assertThat(story.told("ReplacingNode")).hasSize(1);
  }

  @Test
  void shouldReplaceTheSecondOnlyWhenTheFirstHasBeenMadeGood() {
    // Given
    Story story = Story.settled(THREE);
    story.machine(1).says = NodeState.FAILED;
    story.world.tick();
    story.pass(THREE);
    story.machine(2).says = NodeState.FAILED;

    // When
    story.live(THREE, 20);

    // Then the first replacement serves and the second waits, for the cluster is not whole
    assertThat(story.serving()).containsExactly("i-003", "i-004");
    assertThat(story.machine(2).member()).isTrue();
  }

  @Test
  void shouldKeepASilentNodeWhoseServerStillHasRoutes() {
    // Given
    Story story = Story.settled(THREE);
    story.machine(2).mute = true;

    // When
    story.live(THREE, 700);
    Outcome outcome = story.pass(THREE);

    // Then
    assertThat(story.machine(2).member()).isTrue();
    assertThat(outcome.status().nodes().get(1).state()).isEqualTo("Unknown");
    assertThat(outcome.status().nodes().get(1).heartbeatAgeSeconds()).isEqualTo(600);
    assertThat(outcome.status().endpoints()).doesNotContain("nats://10.0.0.2:4222");
    assertThat(Story.condition(outcome, "Degraded").reason()).isEqualTo("NodesNotServing");
  }

  @Test
  void shouldReplaceASilentNodeThatNoPeerIsLinkedTo() {
    // Given
    Story story = Story.settled(THREE);
    story.machine(2).mute = true;
    story.machine(2).unlinked = true;

    // When
    story.live(THREE, 295);
    boolean early = story.machine(2).member();
    story.live(THREE, 15);

    // Then
    assertThat(early).isTrue();
    assertThat(story.machine(2).member()).isFalse();
    assertThat(story.serving()).containsExactly("i-001", "i-003", "i-004");
  }

  @Test
  void shouldDeclareNobodyDeadWhenAllFallSilentAtOnce() {
    // Given
    Story story = Story.settled(THREE);
    for (int i = 1; i <= 3; i++) {
      story.machine(i).mute = true;
      story.machine(i).unlinked = true;
    }

    // When
    story.live(THREE, 700);
    Outcome outcome = story.pass(THREE);

    // Then
    assertThat(story.world.groups.machines).hasSize(3).allMatch(m -> m.member());
    assertThat(outcome.status().endpoints()).hasSize(4);
    assertThat(outcome.status().ready()).isEqualTo(3);
    assertThat(story.told("RegistrySilent")).hasSize(1);
  }

  @Test
  void shouldForgetTheRowThatADeadInstanceLeftBehind() {
    // Given
    Story story = Story.settled(THREE);
    story.machine(2).mute = true;
    story.world.groups.terminate("i-002", Capacity.KEEP);

    // When
    story.live(THREE, 295);
    int early = story.world.registry.rows().size();
    story.live(THREE, 15);

    // Then
    assertThat(early).isEqualTo(4);
    assertThat(story.world.registry.rows()).extracting("ip").doesNotContain("10.0.0.2");
  }
}
