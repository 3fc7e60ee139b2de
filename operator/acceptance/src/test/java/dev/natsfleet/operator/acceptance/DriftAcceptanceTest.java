package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Somebody changes the group by hand. */
@Tag("server")
@Execution(ExecutionMode.CONCURRENT)
class DriftAcceptanceTest {

  @Test
  void shouldCorrectWhatSomebodyChangedAndNameIt() {
    try (TestCluster cluster = TestCluster.apply("drifting").awaitReady(3)) {
      // When
      ManualChange.ALL.forEach(change -> change.interfere(cluster));

      // Then
      ManualChange.ALL.forEach(change -> change.awaitCorrected(cluster));
      OperatorAwait.until("the size named", () -> cluster.hasEvent("Scaling", "0 <= 3 <= 7"));
      for (String field : ManualChange.driftingFields()) {
        OperatorAwait.until(
            field + " named", () -> cluster.hasEvent("CorrectingDrift", "correct " + field + ":"));
      }
      cluster.awaitReady(3);
    }
  }

  @Test
  void shouldCorrectTheTagsOfAnInstance() {
    try (TestCluster cluster = TestCluster.apply("tagged").awaitReady(3)) {
      // Given
      String instance = cluster.members().iterator().next();
      var other =
          software.amazon.awssdk.services.ec2.model.Tag.builder()
              .key("natsfleet:cluster")
              .value("default/other")
              .build();

      // When
      ec2().createTags(r -> r.resources(instance).tags(other));

      // Then
      OperatorAwait.until(
          "the tag named",
          () ->
              cluster.hasEvent(
                  "CorrectingDrift", "natsfleet:cluster is default/other, wanted default/tagged"));
      OperatorAwait.until("corrected", () -> clusterTag(instance).equals("default/tagged"));
    }
  }

  private static String clusterTag(String instance) {
    return ec2()
        .describeInstances(r -> r.instanceIds(instance))
        .reservations()
        .getFirst()
        .instances()
        .getFirst()
        .tags()
        .stream()
        .filter(tag -> tag.key().equals("natsfleet:cluster"))
        .map(tag -> tag.value())
        .findFirst()
        .orElse("");
  }

  private static Ec2Client ec2() {
    return OperatorTestbed.aws().clients().ec2();
  }

  @Test
  void shouldLeaveDriftAloneWhilePaused() {
    try (TestCluster cluster = TestCluster.apply("paused").awaitReady(3)) {
      // Given
      cluster.patch("{\"paused\":true}");
      cluster.await("paused", status -> status.phase().equals("Paused"));

      // When
      ManualChange.ALL.getLast().interfere(cluster);
      cluster.await("a plan", status -> !status.plan().isEmpty());

      // Then
      assertThat(cluster.seen().maxSize()).isEqualTo(7);
      assertThat(cluster.condition("Paused").status()).isEqualTo("True");
      cluster.patch("{\"paused\":false}");
      ManualChange.ALL.getLast().awaitCorrected(cluster);
    }
  }
}
