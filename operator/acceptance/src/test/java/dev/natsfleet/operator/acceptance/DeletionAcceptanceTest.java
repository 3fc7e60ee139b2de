package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
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
  void shouldLeaveTheTablesWithPolicyRetain() {
    // Given
    TestCluster cluster = TestCluster.apply("kept", policy("Retain")).awaitReady(3);

    // When
    cluster.delete();
    cluster.awaitGone();

    // Then
    new ClusterResourceCounts(0, 0, 0, 2, 0).await(cluster);
  }

  @Test
  void shouldGiveKeptTablesToTheNextObjectOfTheName() {
    // Given
    TestCluster first = TestCluster.apply("heir", policy("Retain")).awaitReady(3);
    first.delete();
    first.awaitGone();

    // When
    try (TestCluster second = TestCluster.apply("heir")) {
      second.awaitReady(3);

      // Then
      assertThat(second.events("ReleasingTables")).isNotEmpty();
      assertThat(second.events("AdoptingTables"))
          .singleElement()
          .asString()
          .contains("released by an earlier NatsCluster of this name");
    }
    new ClusterResourceCounts(0, 0, 0, 0, 0).await(first);
  }

  @Test
  void shouldTouchNothingWithPolicyOrphan() {
    // Given
    TestCluster cluster = TestCluster.apply("orphaned", policy("Orphan")).awaitReady(3);

    // When
    cluster.delete();
    cluster.awaitGone();

    // Then
    new ClusterResourceCounts(1, 1, 3, 2, 1).await(cluster);
  }

  @Test
  void shouldRefuseToTakeOverWhatAnotherObjectLeft() {
    // Given
    TestCluster first = TestCluster.apply("inherited", policy("Orphan")).awaitReady(3);
    first.delete();
    first.awaitGone();

    // When
    TestCluster second = TestCluster.apply("inherited");
    second.await("stalled", status -> status.phase().equals("Stalled"));

    // Then
    assertThat(second.condition("Stalled").reason()).isEqualTo("ForeignResource");
    assertThat(second.events("ForeignResource"))
        .anyMatch(note -> note.contains("natsfleet.default.inherited.core belongs to"));
    second.delete();
    second.awaitGone();
    assertThat(ClusterResourceCounts.of(second).groups()).isOne();
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
