package dev.natsfleet.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.world.Deaths;
import dev.natsfleet.operator.world.Operators;
import dev.natsfleet.operator.world.Wishes;
import dev.natsfleet.operator.world.World;
import dev.natsfleet.registry.ClusterRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second object of a name whose first one left its tables. */
class AdoptionTest {

  private static final Wish SECOND = Wishes.owned(Wishes.nodes(3), "uid-2");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void shouldTakeOverWhatWasReleasedWhereverAnOperatorIsKilled(int at) {
    // Given
    World world = released(new Deaths(0, false));
    Operators second = new Operators(world, new Deaths(at, false));

    // When
    Outcome outcome = second.settle(SECOND);

    // Then
    assertThat(outcome.status().ready()).isEqualTo(3);
    assertThat(world.registry.cluster().map(ClusterRow::owner)).contains("uid-2");
    assertThat(world.events)
        .filteredOn(notice -> notice.reason().equals("AdoptingTables"))
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void shouldSayThatItTookThemOver() {
    // Given
    World world = released(new Deaths(0, false));

    // When
    new Operators(world, new Deaths(0, false)).settle(SECOND);

    // Then
    assertThat(world.events)
        .anySatisfy(
            notice ->
                assertThat(notice.message())
                    .contains("released by an earlier NatsCluster of this name"));
  }

  @Test
  void shouldNotTouchWhatALivingObjectOwns() {
    // Given
    World world = new World();
    new Operators(world, new Deaths(0, false)).settle(Wishes.nodes(3));
    world.owner = "uid-2";

    // When
    Outcome outcome = new Operators(world, new Deaths(0, false)).settle(SECOND);

    // Then
    assertThat(Story.condition(outcome, "Stalled").reason()).isEqualTo("ForeignResource");
    assertThat(world.registry.cluster().map(ClusterRow::owner)).contains("uid-1");
  }

  private static World released(Deaths deaths) {
    World world = new World();
    Operators first = new Operators(world, deaths);
    first.settle(Wishes.nodes(3));
    first.settle(Wishes.deleted(Wishes.nodes(3), DeletionPolicy.Retain));
    world.owner = "uid-2";
    return world;
  }
}
