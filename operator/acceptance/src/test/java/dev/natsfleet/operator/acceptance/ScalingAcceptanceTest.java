package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class ScalingAcceptanceTest {

  @Test
  void shouldKeepTheRemainingNodesWhenItShrinksAgain() {
    try (TestCluster cluster = TestCluster.apply("sized")) {
      // Given
      cluster.awaitReady(3);
      cluster.patch("{\"core\":{\"desired\":5}}");
      cluster.awaitReady(5);
      Set<String> five = cluster.members();

      // When
      cluster.patch("{\"core\":{\"desired\":3}}");
      cluster.awaitReady(3);

      // Then
      assertThat(five).containsAll(cluster.members());
      assertThat(cluster.rows()).isEqualTo(cluster.members());
      assertThat(cluster.seen().desiredCapacity()).isEqualTo(3);
      assertThat(cluster.events("RetiringNode")).hasSize(2);
    }
  }

  @Test
  void shouldLeaveTheDesiredCapacityToAnExternalOwner() {
    try (TestCluster cluster =
        TestCluster.apply(
            "external",
            yaml -> yaml.replace("    max: 20", "    max: 20\n    capacityOwner: External"))) {
      // Given
      cluster.awaitReady(3);

      // When
      OperatorTestbed.aws()
          .clients()
          .autoScaling()
          .setDesiredCapacity(r -> r.autoScalingGroupName(cluster.group()).desiredCapacity(4));
      cluster.awaitReady(4);

      // Then
      assertThat(cluster.seen().desiredCapacity()).isEqualTo(4);
      assertThat(cluster.status().orElseThrow().desired()).isEqualTo(4);
    }
  }
}
