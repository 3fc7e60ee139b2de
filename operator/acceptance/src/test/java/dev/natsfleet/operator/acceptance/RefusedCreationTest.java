package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A creation of which the operator's role allows the first part only. */
@Tag("server")
class RefusedCreationTest {

  @ParameterizedTest
  @CsvSource({
    "back-group, autoscaling:CreateAutoScalingGroup",
    "back-template, ec2:CreateLaunchTemplate"
  })
  void shouldTakeBackWhatARefusedCreationMade(String name, String action) {
    // Given
    OperatorTestbed.aws().guard(policy -> policy.deny(action));
    try (TestCluster cluster = TestCluster.apply(name)) {
      // When
      cluster.await("stalled", status -> status.phase().equals("Stalled"));

      // Then
      new ClusterResourceCounts(0, 0, 0, 0, 0).await(cluster);
      assertThat(cluster.condition("Stalled").message())
          .contains("nothing of the new cluster is kept", "allow " + action);
      cluster.patch("{\"server\":{\"maxPayload\":\"2Mi\"}}");
      OperatorTestbed.aws().guard(policy -> policy.allow(action));
      cluster.awaitReady(3);
    } finally {
      OperatorTestbed.aws().guard(policy -> policy.allow(action));
    }
  }
}
