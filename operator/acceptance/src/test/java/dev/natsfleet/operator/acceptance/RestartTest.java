package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Tag("server")
class RestartTest {

  private static final Logger log = LoggerFactory.getLogger(RestartTest.class);

  /** Changes that take the operator several steps each; the last one is checked. */
  private static final List<String> CHANGES =
      List.of(
          "{\"core\":{\"desired\":5}}",
          "{\"core\":{\"desired\":3},\"nodes\":{\"tags\":{\"team\":\"billing\"}}}",
          "{\"nodes\":{\"instanceType\":\"c7g.xlarge\"}}",
          "{\"core\":{\"desired\":4,\"min\":2},\"server\":{\"maxPayload\":\"2Mi\"}}",
          "{\"core\":{\"desired\":3,\"min\":0}}");

  @Test
  void shouldReachTheSameEndWhereverItIsKilled() {
    // Given
    long seed = System.nanoTime();
    log.info("moments seed={}", seed);
    Random moments = new Random(seed);
    try (TestCluster cluster = TestCluster.apply("killed").awaitReady(3)) {
      // When
      for (String change : CHANGES) {
        cluster.patch(change);
        killTwice(moments);
      }
      OperatorTestbed.operator().awaitHealthy();

      // Then
      cluster.awaitReady(3);
      new ClusterResourceCounts(1, 1, 3, 2, 1).await(cluster);
      assertThat(cluster.rows()).isEqualTo(cluster.members());
      assertThat(cluster.seen().desiredCapacity()).isEqualTo(3);
      assertThat(cluster.seen().instances())
          .allMatch(i -> i.launchTemplate().version().equals("2"));
    }
  }

  @Test
  void shouldFinishADeletionThatAnOperatorBeforeItBegan() {
    // Given
    TestCluster cluster = TestCluster.apply("half-deleted").awaitReady(3);
    cluster.delete();
    Await.until(
        "the first node leaves",
        () ->
            cluster.seen().instances().stream()
                .anyMatch(i -> i.lifecycleStateAsString().startsWith("Terminating")),
        Duration.ofSeconds(30),
        () -> String.valueOf(cluster.status()));

    // When
    OperatorTestbed.operator().killAndRestart();
    cluster.awaitGone();

    // Then
    new ClusterResourceCounts(0, 0, 0, 0, 0).await(cluster);
    OperatorTestbed.operator().awaitHealthy();
  }

  /** A random time between the start of the operator and the end of its first passes. */
  private static void killTwice(Random moments) {
    for (int kill = 0; kill < 2; kill++) {
      OperatorTestbed.operator().awaitHealthy();
      LockSupport.parkNanos(Duration.ofMillis(moments.nextInt(2_000)).toNanos());
      OperatorTestbed.operator().killAndRestart();
    }
  }
}
