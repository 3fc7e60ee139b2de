package dev.natsfleet.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.world.Wishes;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.PortException.Kind;
import org.junit.jupiter.api.Test;

class StatusTest {

  private static final Wish THREE = Wishes.nodes(3);

  @Test
  void shouldNotChangeWhileNothingHappens() {
    // Given
    Story story = Story.settled(THREE);
    NatsClusterStatus before = story.pass(THREE).status();

    // When
    story.live(THREE, 100);

    // Then
    assertThat(story.pass(THREE).status()).isEqualTo(before);
  }

  @Test
  void shouldMoveTheTimeOfATransitionOnlyWithTheStatus() {
    // Given
    Story story = Story.settled(THREE);
    String ready = Story.condition(story.pass(THREE), "Ready").lastTransitionTime();
    story.machine(1).says = NodeState.DEGRADED;
    story.live(THREE, 10);

    // When
    Outcome unready = story.pass(THREE);
    story.live(THREE, 10);
    Outcome later = story.pass(THREE);

    // Then
    assertThat(Story.condition(unready, "Ready").status()).isEqualTo("False");
    assertThat(Story.condition(unready, "Ready").lastTransitionTime()).isNotEqualTo(ready);
    assertThat(Story.condition(later, "Ready")).isEqualTo(Story.condition(unready, "Ready"));
    assertThat(later.status().nodes().getFirst().whyNot()).isEqualTo("its agent says DEGRADED");
  }

  @Test
  void shouldNotCallANodeReadyThatHasNoRouteToAPeerItDoesNotKnow() {
    // Given
    Story story = Story.settled(THREE);
    story.machine(1).knowsNobody = true;
    story.live(THREE, 10);

    // When
    Outcome outcome = story.pass(THREE);

    // Then
    assertThat(outcome.status().ready()).isEqualTo(2);
    assertThat(outcome.status().nodes().getFirst().routes()).isEqualTo("0/2");
    assertThat(outcome.status().nodes().getFirst().whyNot()).isEqualTo("routes up: 0/2");
    assertThat(Story.condition(outcome, "Ready").status()).isEqualTo("False");
  }

  @Test
  void shouldDeclareNobodyDeadWhenTheRegistryCannotBeRead() {
    // Given
    Story story = Story.settled(THREE);
    int writes = story.writes.writes();
    story.world.registry.faults().failNext(1, Kind.UNAVAILABLE);

    // When
    Outcome outcome = story.pass(THREE);

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Waiting.class);
    assertThat(Story.condition(outcome, "Ready").status()).isEqualTo("True");
    assertThat(Story.condition(outcome, "Degraded").reason()).isEqualTo("RegistryUnreachable");
    assertThat(outcome.status().nodes()).hasSize(3).extracting("state").containsOnly("Unknown");
    assertThat(outcome.status().nodes()).extracting("routes").containsOnly("unknown");
    assertThat(outcome.status().endpoints()).hasSize(4);
    assertThat(story.told("RegistryUnreachable")).hasSize(1);
    assertThat(story.writes.writes()).as("nothing but the event").isEqualTo(writes + 1);
  }

  @Test
  void shouldTellOnceThatItIsThrottledWhenItLooks() {
    // Given
    Story story = Story.settled(THREE);

    // When
    story.world.registry.faults().failNext(1, Kind.THROTTLED);
    Outcome first = story.pass(THREE);
    story.world.registry.faults().failNext(1, Kind.THROTTLED);
    Outcome second = story.pass(THREE);

    // Then
    assertThat(Story.condition(first, "Degraded").status()).isEqualTo("True");
    assertThat(second.status()).isEqualTo(first.status());
    assertThat(story.told("AwsThrottled")).hasSize(1);
  }

  @Test
  void shouldShowWhatAPausedClusterWouldDo() {
    // Given
    Story story = Story.settled(THREE);
    int writes = story.writes.writes();

    // When
    Outcome outcome = story.pass(Wishes.paused(Wishes.nodes(5)));

    // Then
    assertThat(outcome.status().ready()).isEqualTo(3);
    assertThat(outcome.status().plan()).extracting("step").containsExactly("set size 0 <= 5 <= 20");
    assertThat(Story.condition(outcome, "Paused").status()).isEqualTo("True");
    assertThat(story.writes.writes()).isEqualTo(writes);
  }
}
