package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.proc.Await;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeletionTest {

  @Test
  void shouldLeaveNothingBehindWithPolicyDelete() {
    // Given
    Cluster cluster = Cluster.apply("wiped").awaitReady(3);

    // When
    cluster.delete();
    cluster.awaitGone();

    // Then
    assertThat(Leftovers.of(cluster)).isEqualTo(new Leftovers(0, 0, 0, 0, 0));
  }

  @Test
  void shouldLeaveTheTablesWithPolicyRetain() {
    // Given
    Cluster cluster = Cluster.apply("kept", policy("Retain")).awaitReady(3);

    // When
    cluster.delete();
    cluster.awaitGone();

    // Then
    assertThat(Leftovers.of(cluster)).isEqualTo(new Leftovers(0, 0, 0, 2, 0));
  }

  @Test
  void shouldGiveKeptTablesToTheNextObjectOfTheName() {
    // Given
    Cluster first = Cluster.apply("heir", policy("Retain")).awaitReady(3);
    first.delete();
    first.awaitGone();

    // When
    try (Cluster second = Cluster.apply("heir")) {
      second.awaitReady(3);

      // Then
      assertThat(second.events("ReleasingTables")).isNotEmpty();
      assertThat(second.events("AdoptingTables"))
          .singleElement()
          .asString()
          .contains("released by an earlier NatsCluster of this name");
    }
    assertThat(Leftovers.of(first)).isEqualTo(new Leftovers(0, 0, 0, 0, 0));
  }

  @Test
  void shouldTouchNothingWithPolicyOrphan() {
    // Given
    Cluster cluster = Cluster.apply("orphaned", policy("Orphan")).awaitReady(3);

    // When
    cluster.delete();
    cluster.awaitGone();

    // Then
    assertThat(Leftovers.of(cluster)).isEqualTo(new Leftovers(1, 1, 3, 2, 1));
  }

  @Test
  void shouldRefuseToTakeOverWhatAnotherObjectLeft() {
    // Given
    Cluster first = Cluster.apply("inherited", policy("Orphan")).awaitReady(3);
    first.delete();
    first.awaitGone();

    // When
    Cluster second = Cluster.apply("inherited");
    second.await("stalled", status -> status.phase().equals("Stalled"));

    // Then
    assertThat(second.condition("Stalled").reason()).isEqualTo("ForeignResource");
    assertThat(second.events("ForeignResource"))
        .anyMatch(note -> note.contains("natsfleet.default.inherited.core belongs to"));
    second.delete();
    second.awaitGone();
    assertThat(Leftovers.of(second).groups()).isOne();
  }

  @Test
  void shouldGoOnWithADeletionThatWasDenied() {
    // Given
    Cluster cluster = Cluster.apply("clinging").awaitReady(3);
    Lab.aws().guard(guard -> guard.deny("autoscaling:DeleteAutoScalingGroup"));

    // When
    cluster.delete();
    Await.until(
        "an event",
        () -> !cluster.events("AwsDenied").isEmpty(),
        Duration.ofSeconds(40),
        () -> String.valueOf(cluster.status()));

    // Then
    assertThat(Leftovers.of(cluster).groups()).isOne();
    assertThat(cluster.object().getMetadata().getFinalizers()).isNotEmpty();
    Lab.aws().guard(guard -> guard.allow("autoscaling:DeleteAutoScalingGroup"));
    cluster.awaitGone();
    assertThat(Leftovers.of(cluster)).isEqualTo(new Leftovers(0, 0, 0, 0, 0));
  }

  private static java.util.function.UnaryOperator<String> policy(String policy) {
    return yaml -> yaml.replace("deletionPolicy: Delete", "deletionPolicy: " + policy);
  }
}
