package dev.natsfleet.local.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.fleet.Programs;
import dev.natsfleet.local.proc.Command;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Invariant 13: the operator and the agents can be killed at any moment of a scale or a
 * replacement, and the end is the same.
 */
class KillTest {

  private static final Logger LOG = LoggerFactory.getLogger(KillTest.class);
  private static final int NODES = 3;
  private static final int STRIKES = 2;

  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void shouldEndTheSameWhateverIsKilledWhileItScalesAndReplaces() {
    // Given
    long seed = Long.getLong("natsfleet.seed", ThreadLocalRandom.current().nextLong());
    LOG.atInfo().addKeyValue("again", "-Dnatsfleet.seed=" + seed).log("kills at random");
    try (Trial cluster = stage.apply(Manifest.named("kill"))) {
      EndState undisturbed = EndState.of(cluster.awaitWhole(NODES));
      Killer killer = new Killer(cluster, new Random(seed));

      // When
      killer.during(() -> cluster.scale(5), STRIKES);
      cluster.awaitWhole(5);
      killer.during(() -> replace(cluster), STRIKES);
      cluster.awaitWhole(5);
      killer.during(() -> cluster.scale(2), STRIKES);
      cluster.awaitWhole(2);
      killer.during(() -> replace(cluster), STRIKES);
      cluster.awaitWhole(2);
      killer.during(() -> cluster.scale(NODES), STRIKES);

      // Then
      assertThat(EndState.of(cluster.awaitWhole(NODES))).as("seed " + seed).isEqualTo(undisturbed);
      assertThat(undisturbed.templateVersions()).hasSize(1);
      assertThat(undisturbed.strays()).isEmpty();
    }
  }

  private static void replace(Trial cluster) {
    List<String> before = cluster.instances();
    new Command(
            List.of(
                Programs.aws().toString(),
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
