package dev.natsfleet.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.fleet.ProjectPrograms;
import dev.natsfleet.local.proc.ExternalCommand;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Invariant 13: the operator and the agents can be killed at any moment of a scaling or a
 * replacement without a different final state.
 */
@Tag("server")
@ResourceLock(SharedFleet.LOCK)
@ExtendWith(SharedFleet.class)
class KillTest {

  private static final Logger LOG = LoggerFactory.getLogger(KillTest.class);
  private static final int NODES = 3;
  private static final int KILLS = 2;

  private static FleetFixture fixture;

  @BeforeAll
  static void share(FleetFixture shared) {
    fixture = shared;
  }

  @Test
  void shouldEndTheSameWhateverIsKilledWhileItScalesAndReplaces() {
    // Given
    long seed = Long.getLong("natsfleet.seed", ThreadLocalRandom.current().nextLong());
    LOG.atInfo()
        .addKeyValue("again", "-Dnatsfleet.seed=" + seed)
        .log("random kills; the option repeats them");
    try (ClusterUnderTest cluster = fixture.apply(Manifest.named("kill"))) {
      EndState undisturbed = EndState.of(cluster.awaitMesh(NODES));
      RandomKiller randomKiller = new RandomKiller(cluster, new Random(seed));

      // When
      randomKiller.during(() -> cluster.scale(5), KILLS);
      cluster.awaitMesh(5);
      randomKiller.during(() -> replace(cluster), KILLS);
      cluster.awaitMesh(5);
      randomKiller.during(() -> cluster.scale(2), KILLS);
      cluster.awaitMesh(2);
      randomKiller.during(() -> replace(cluster), KILLS);
      cluster.awaitMesh(2);
      randomKiller.during(() -> cluster.scale(NODES), KILLS);

      // Then
      assertThat(EndState.of(cluster.awaitMesh(NODES))).as("seed " + seed).isEqualTo(undisturbed);
      assertThat(undisturbed.templateVersions()).hasSize(1);
      assertThat(undisturbed.leftoverProcesses()).isEmpty();
    }
  }

  private static void replace(ClusterUnderTest cluster) {
    List<String> before = cluster.instances();
    new ExternalCommand(
            List.of(
                ProjectPrograms.aws().toString(),
                "autoscaling",
                "terminate-instance-in-auto-scaling-group",
                "--instance-id",
                before.getFirst(),
                "--no-should-decrement-desired-capacity"),
            cluster.fleet().environment())
        .run();
    cluster.await(
        "another instance than " + before, () -> !before.containsAll(cluster.instances()));
  }
}
