package dev.natsfleet.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.operator.world.Machine;
import dev.natsfleet.operator.world.Wishes;
import dev.natsfleet.registry.Tables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeletionTest {

  @ParameterizedTest
  @CsvSource({"Retain, 0, RELEASED", "Delete, 0, ABSENT", "Orphan, 3, ACTIVE"})
  void shouldLeaveWhatThePolicySays(DeletionPolicy policy, int nodes, Tables.State tables) {
    // Given
    Story story = Story.settled(Wishes.nodes(3));

    // When
    Outcome outcome = story.operator.settle(Wishes.deleted(Wishes.nodes(3), policy));

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Gone.class);
    assertThat(story.world.groups.machines.stream().filter(Machine::member)).hasSize(nodes);
    assertThat(story.world.groups.spec == null).isEqualTo(nodes == 0);
    assertThat(story.world.templates.versions.isEmpty()).isEqualTo(nodes == 0);
    assertThat(story.world.endpoints.observe()).hasSize(nodes);
    assertThat(story.world.registry.rows()).hasSize(nodes);
    assertThat(story.world.registry.state()).isEqualTo(tables);
    assertThat(story.world.registry.journal().open()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Retain", "Delete"})
  void shouldNotDeleteAGroupOfAnother(DeletionPolicy policy) {
    // Given
    Story story = Story.settled(Wishes.nodes(3));
    story.world.groups.owner = "uid-2";

    // When
    story.operator.settle(Wishes.deleted(Wishes.nodes(3), policy));

    // Then
    assertThat(story.world.groups.spec).isNotNull();
    assertThat(story.serving()).hasSize(3);
  }
}
