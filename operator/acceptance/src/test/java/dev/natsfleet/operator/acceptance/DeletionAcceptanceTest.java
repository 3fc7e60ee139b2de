package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Tag("server")
@Execution(ExecutionMode.CONCURRENT)
class DeletionAcceptanceTest {

  @Test
  void shouldLeaveNothingBehindWithPolicyDelete() {
    // Given
    TestCluster cluster = TestCluster.apply("wiped").awaitReady(3);

    // When
    cluster.delete();
    cluster.awaitGone();

    // Then
    new ClusterResourceCounts(0, 0, 0, 0, 0).await(cluster);
  }

  @Test
  void shouldGiveKeptTablesToTheNextObjectOfTheName() {
    // Given
    TestCluster first = TestCluster.apply("heir", policy("RetainData")).awaitReady(3);
    first.delete();
    first.awaitGone();
    new ClusterResourceCounts(0, 0, 0, 2, 0).await(first);

    // When
    try (TestCluster second = TestCluster.apply("heir")) {
      second.awaitReady(3);

      // Then
      assertThat(second.events("Releasing")).isNotEmpty();
      assertThat(second.events("TakingOver")).anyMatch(note -> note.contains("the tables"));
    }
    first.awaitGone();
    new ClusterResourceCounts(0, 0, 0, 0, 0).await(first);
  }

  @Test
  void shouldGoOnWithADeletionThatWasDenied() {
    // Given
    TestCluster cluster = TestCluster.apply("clinging").awaitReady(3);
    OperatorTestbed.aws().guard(policy -> policy.deny("autoscaling:DeleteAutoScalingGroup"));

    // When
    cluster.delete();
    Await.until(
        "an event",
        () -> !cluster.events("AwsDenied").isEmpty(),
        Duration.ofSeconds(40),
        () -> String.valueOf(cluster.status()));

    // Then
    assertThat(ClusterResourceCounts.of(cluster).groups()).isOne();
    assertThat(cluster.object().getMetadata().getFinalizers()).isNotEmpty();
    OperatorTestbed.aws().guard(policy -> policy.allow("autoscaling:DeleteAutoScalingGroup"));
    cluster.awaitGone();
    new ClusterResourceCounts(0, 0, 0, 0, 0).await(cluster);
  }

  private static java.util.function.UnaryOperator<String> policy(String policy) {
    return yaml -> yaml.replace("deletionPolicy: Delete", "deletionPolicy: " + policy);
  }
}
