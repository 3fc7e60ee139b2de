package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.world.CrashInjection;
import dev.natsfleet.operator.world.FakeMachine;
import dev.natsfleet.operator.world.FakeWorld;
import dev.natsfleet.operator.world.RestartingOperator;
import dev.natsfleet.operator.world.SampleClusters;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An operator that is killed at any write and restarted does what it would have done anyway. */
class OperatorCrashTest {

  private static final List<DesiredCluster> LIFE =
      List.of(
          SampleClusters.nodes(3),
          SampleClusters.nodes(5),
          SampleClusters.nodes(3),
          SampleClusters.payload("2Mi"),
          SampleClusters.image("ami-2"),
          SampleClusters.deleted(SampleClusters.image("ami-2"), DeletionPolicy.Delete));

  private static final Life UNDISTURBED = live(new Death(0, false));

  /** A kill: at which write, and whether the write still happened. */
  record Death(int at, boolean after) {}

  static Stream<Death> deaths() {
    return IntStream.rangeClosed(1, UNDISTURBED.crashes().writes())
        .boxed()
        .flatMap(at -> Stream.of(new Death(at, false), new Death(at, true)));
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void shouldReachTheSameEndWhereverTheOperatorIsKilled(Death death) {
    assertThat(live(death).facts()).isEqualTo(UNDISTURBED.facts());
  }

  /** What a run created, and what is left of it. */
  record Facts(
      int groups,
      long templates,
      int launched,
      long members,
      List<List<Integer>> sizes,
      int rows,
      int journal) {}

  /** A run and the kills in it. */
  record Life(CrashInjection crashes, Facts facts) {}

  private static Life live(Death death) {
    FakeWorld world = new FakeWorld();
    CrashInjection crashes = new CrashInjection(death.at(), death.after());
    RestartingOperator restartingOperator = new RestartingOperator(world, crashes);
    List<List<Integer>> sizes =
        LIFE.stream()
            .map(
                desired -> {
                  restartingOperator.settle(desired);
                  return List.of(world.serving().size(), world.registry.journal().open().size());
                })
            .toList();
    return new Life(
        crashes,
        new Facts(
            world.groups.created,
            world.templates.created,
            world.groups.machines.size(),
            world.groups.machines.stream().filter(FakeMachine::isMember).count(),
            sizes,
            world.registry.rows().size(),
            world.registry.journal().open().size()));
  }
}
