package dev.natsfleet.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.world.Deaths;
import dev.natsfleet.operator.world.Machine;
import dev.natsfleet.operator.world.Operators;
import dev.natsfleet.operator.world.Wishes;
import dev.natsfleet.operator.world.World;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An operator that is killed at any write and started again does what it would have done. */
class CrashTest {

  private static final List<Wish> LIFE =
      List.of(
          Wishes.nodes(3),
          Wishes.nodes(5),
          Wishes.nodes(3),
          Wishes.payload("2Mi"),
          Wishes.image("ami-2"),
          Wishes.deleted(Wishes.image("ami-2"), DeletionPolicy.Delete));

  /** A death: at which write, and whether the write still happened. */
  record Death(int at, boolean after) {}

  static Stream<Death> deaths() {
    int writes = live(new Death(0, false)).deaths().writes();
    return IntStream.rangeClosed(1, writes)
        .boxed()
        .flatMap(at -> Stream.of(new Death(at, false), new Death(at, true)));
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void shouldReachTheSameEndWhereverTheOperatorIsKilled(Death death) {
    // Given
    Life undisturbed = live(new Death(0, false));

    // When
    Life killed = live(death);

    // Then
    assertThat(killed.facts()).isEqualTo(undisturbed.facts());
  }

  /** What was made in a life, and what is left of it. */
  record Facts(
      int groups,
      long templates,
      int launched,
      long members,
      List<List<Integer>> sizes,
      int rows,
      int journal) {}

  /** A life and the deaths in it. */
  record Life(Deaths deaths, Facts facts) {}

  private static Life live(Death death) {
    World world = new World();
    Deaths deaths = new Deaths(death.at(), death.after());
    Operators operators = new Operators(world, deaths);
    List<List<Integer>> sizes =
        LIFE.stream()
            .map(
                wish -> {
                  operators.settle(wish);
                  return List.of(world.serving().size(), world.registry.journal().open().size());
                })
            .toList();
    return new Life(
        deaths,
        new Facts(
            world.groups.created,
            world.templates.created,
            world.groups.machines.size(),
            world.groups.machines.stream().filter(Machine::member).count(),
            sizes,
            world.registry.rows().size(),
            world.registry.journal().open().size()));
  }
}
