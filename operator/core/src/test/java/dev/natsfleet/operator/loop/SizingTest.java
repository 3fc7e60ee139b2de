package dev.natsfleet.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.CorePool.CapacityOwner;
import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.port.Size;
import dev.natsfleet.operator.world.Machine;
import dev.natsfleet.operator.world.Wishes;
import dev.natsfleet.registry.NodeState;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

  static List<List<Size>> changes() {
    return List.of(
        List.of(new Size(3, 5, 6), new Size(1, 2, 2)),
        List.of(new Size(0, 3, 20), new Size(5, 6, 7)),
        List.of(new Size(4, 5, 6), new Size(0, 1, 1)),
        List.of(new Size(0, 6, 6), new Size(3, 3, 3)),
        List.of(new Size(5, 5, 5), new Size(0, 0, 0)));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void shouldNeverLeaveTheChoiceToAws(List<Size> change) {
    // Given
    Story story = Story.settled(pool(change.getFirst()));

    // When
    story.operator.settle(pool(change.getLast()));

    // Then
    assertThat(story.world.groups.unchosen).isZero();
    assertThat(Objects.requireNonNull(story.world.groups.spec).size()).isEqualTo(change.getLast());
    assertThat(story.serving()).hasSize(desired(change.getLast()));
  }

  private static Wish pool(Size size) {
    return Wishes.pool(size.min(), desired(size), size.max(), CapacityOwner.Operator);
  }

  private static int desired(Size size) {
    return Objects.requireNonNull(size.desired());
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
