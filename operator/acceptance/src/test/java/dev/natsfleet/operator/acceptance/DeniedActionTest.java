package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Actions that the operator's role lacks. */
@Tag("server")
class DeniedActionTest {

  @ParameterizedTest
  @CsvSource({
    "no-create, autoscaling:CreateAutoScalingGroup",
    "no-template, ec2:CreateLaunchTemplate",
    "no-size, autoscaling:UpdateAutoScalingGroup",
    "no-look, ec2:DescribeSubnets",
    "no-groups, autoscaling:DescribeAutoScalingGroups"
  })
  void shouldNameTheDeniedActionAndGoOnOnceItIsAllowed(String name, String action) {
    // Given
    OperatorTestbed.aws().guard(policy -> policy.deny(action));
    try (TestCluster cluster = TestCluster.apply(name)) {
      // When
      cluster.await("stalled", status -> status.phase().equals("Stalled"));

      // Then
      assertThat(cluster.condition("Stalled").reason()).isEqualTo("AwsDenied");
      assertThat(cluster.condition("Stalled").message()).contains("allow " + action);
      OperatorAwait.until("the event", () -> cluster.hasEvent("AwsDenied", "allow " + action));
      OperatorTestbed.aws().guard(policy -> policy.allow(action));
      cluster.awaitReady(3);
      assertThat(cluster.condition("Stalled").status()).isEqualTo("False");
    } finally {
      OperatorTestbed.aws().guard(policy -> policy.allow(action));
    }
  }
}
