package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Somebody changes the group by hand. */
class DriftTest {

  @Test
  void shouldCorrectWhatSomebodyChangedAndNameIt() {
    try (Cluster cluster = Cluster.apply("drifting").awaitReady(3)) {
      // When
      Drift.ALL.forEach(drift -> drift.interfere(cluster));

      // Then
      Drift.ALL.forEach(drift -> drift.awaitCorrected(cluster));
      Waiting.until("the size named", () -> cluster.says("Scaling", "0 <= 3 <= 7"));
      assertThat(cluster.events("CorrectingDrift"))
          .extracting(note -> note.replaceFirst("correct (\\S+):.*", "$1"))
          .contains(
              "vpcZoneIdentifier",
              "tags",
              "newInstancesProtectedFromScaleIn",
              "suspendedProcesses",
              "lifecycleHooks");
      cluster.awaitReady(3);
    }
  }

  @Test
  void shouldLeaveDriftAloneWhilePaused() {
    try (Cluster cluster = Cluster.apply("paused").awaitReady(3)) {
      // Given
      cluster.patch("{\"paused\":true}");
      cluster.await("paused", status -> status.phase().equals("Paused"));

      // When
      Drift.ALL.getLast().interfere(cluster);
      cluster.await("a plan", status -> !status.plan().isEmpty());

      // Then
      assertThat(cluster.seen().maxSize()).isEqualTo(7);
      assertThat(cluster.condition("Paused").status()).isEqualTo("True");
      cluster.patch("{\"paused\":false}");
      Drift.ALL.getLast().awaitCorrected(cluster);
    }
  }
}
