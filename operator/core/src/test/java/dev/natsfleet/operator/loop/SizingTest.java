package dev.natsfleet.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.CorePool.CapacityOwner;
import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.port.Size;
import dev.natsfleet.operator.world.Machine;
import dev.natsfleet.operator.world.Wishes;
import dev.natsfleet.registry.NodeState;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizingTest {

  @Test
  void shouldRetireTheOneWithTheFewestClientsInTheFullestZone() {
    // Given zones a: 1, 4; b: 2; c: 3
    Story story = Story.settled(Wishes.nodes(4));
    clients(story, 40, 1, 2, 30);

    // When
    story.operator.settle(Wishes.nodes(3));

    // Then
    assertThat(story.serving()).containsExactly("i-001", "i-002", "i-003");
    assertThat(story.told("RetiringNode").getFirst())
        .contains("i-004 has the fewest clients (30) in the fullest zone zone-a (2 nodes)");
  }

  @Test
  void shouldRetireOneThatDoesNotServeBeforeAllOthers() {
    // Given
    Story story = Story.settled(Wishes.nodes(4));
    clients(story, 1, 2, 3, 4);
    story.machine(3).says = NodeState.DEGRADED;
    story.world.tick();

    // When
    story.operator.settle(Wishes.nodes(3));

    // Then
    assertThat(story.serving()).containsExactly("i-001", "i-002", "i-004");
  }

  @Test
  void shouldRetireServingNodesOneAfterTheOther() {
    // Given
    Story story = Story.settled(Wishes.nodes(6));

    // When
    story.pass(Wishes.nodes(2));

    // Then
    assertThat(story.world.groups.members().stream().filter(m -> !m.serves())).hasSize(1);
    assertThat(story.operator.settle(Wishes.nodes(2)).status().ready()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"3,5,6, 1,2,2", "0,3,20, 5,6,7", "4,5,6, 0,1,1", "0,6,6, 3,3,3", "5,5,5, 0,0,0"})
  void shouldNeverLeaveTheChoiceToAws(
      int min, int desired, int max, int newMin, int newDesired, int newMax) {
    // Given
    Story story = Story.settled(Wishes.pool(min, desired, max, CapacityOwner.Operator));

    // When
    Wish smaller = Wishes.pool(newMin, newDesired, newMax, CapacityOwner.Operator);
    story.operator.settle(smaller);

    // Then
    assertThat(story.world.groups.unchosen).isZero();
    assertThat(Objects.requireNonNull(story.world.groups.spec).size())
        .isEqualTo(new Size(newMin, newDesired, newMax));
    assertThat(story.serving()).hasSize(newDesired);
  }

  @Test
  void shouldUndoADesiredCapacityThatSomebodyChanged() {
    // Given
    Story story = Story.settled(Wishes.nodes(3));
    story.world.groups.setDesired(5);
    story.world.tick();

    // When
    story.operator.settle(Wishes.nodes(3));

    // Then
    assertThat(story.serving()).hasSize(3);
    assertThat(story.world.groups.desired()).isEqualTo(3);
  }

  @Test
  void shouldKeepProtectedMembersWhenSomebodyLowersTheDesiredCapacity() {
    // Given
    Story story = Story.settled(Wishes.nodes(5));
    story.world.groups.setDesired(2);
    story.world.tick();

    // When
    story.operator.settle(Wishes.nodes(5));

    // Then
    assertThat(story.serving()).containsExactly("i-001", "i-002", "i-003", "i-004", "i-005");
  }

  @Test
  void shouldLeaveTheDesiredCapacityToItsExternalOwner() {
    // Given
    Wish external = Wishes.pool(1, 3, 6, CapacityOwner.External);
    Story story = Story.settled(external);
    story.world.groups.setDesired(5);

    // When
    Outcome outcome = story.operator.settle(external);

    // Then
    assertThat(outcome.status().desired()).isEqualTo(5);
    assertThat(story.serving()).hasSize(5);
    assertThat(Objects.requireNonNull(story.world.groups.spec).suspended()).isEmpty();
  }

  @Test
  void shouldRefuseAMaximumBelowWhatTheExternalOwnerWants() {
    // Given
    Story story = Story.settled(Wishes.pool(1, 5, 6, CapacityOwner.External));

    // When
    Outcome outcome = story.pass(Wishes.pool(1, 3, 4, CapacityOwner.External));

    // Then
    assertThat(Story.condition(outcome, "Stalled").reason()).isEqualTo("MaxBelowDesired");
    assertThat(Story.condition(outcome, "Stalled").message()).contains("spec.core.max: 4", "5");
    assertThat(story.serving()).hasSize(5);
  }

  private static void clients(Story story, int... clients) {
    for (int i = 0; i < clients.length; i++) {
      Machine machine = story.machine(i + 1);
      machine.clients = clients[i];
    }
    story.world.tick();
  }
}
