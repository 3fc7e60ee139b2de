package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.cloud.policy.AwsService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors in the specification or in the account. */
@Tag("server")
class UserErrorTest {

  @ParameterizedTest
  @CsvSource({
    "no-image, ami-0a1b2c3d4e5f60001, ami-0123456789abcdef0, spec.nodes.image.id",
    "no-subnet, subnet-0a1b2c3d4e5f60002, subnet-0123456789abcdef0, spec.nodes.subnets",
    "no-firewall, sg-0a1b2c3d4e5f60001, sg-0123456789abcdef0, spec.nodes.securityGroups"
  })
  void shouldMakeNothingWhileSomethingIsNotThere(
      String name, String there, String notThere, String field) {
    try (TestCluster cluster = TestCluster.apply(name, yaml -> yaml.replace(there, notThere))) {
      // When
      cluster.await("stalled", status -> status.phase().equals("Stalled"));

      // Then
      assertThat(cluster.condition("Stalled").reason()).isEqualTo("NotFound");
      assertThat(cluster.condition("Stalled").message()).contains(field, notThere, "eu-west-1");
      assertThat(cluster.events("NotFound")).singleElement().asString().contains(notThere);
      assertThat(ClusterResourceCounts.of(cluster))
          .isEqualTo(new ClusterResourceCounts(0, 0, 0, 0, 0));
    }
  }

  @Test
  void shouldSayThatItIsThrottledAndGoOnWithLessHaste() {
    try (TestCluster cluster = TestCluster.apply("throttled").awaitReady(3)) {
      // Given
      OperatorTestbed.aws().guard(policy -> policy.throttle(AwsService.EC2, 0, 0));

      // When
      cluster.patch("{\"core\":{\"desired\":4}}");
      cluster.await("throttled", status -> status.reason().equals("AwsThrottled"));

      // Then
      assertThat(cluster.condition("Ready").status()).isEqualTo("Unknown");
      assertThat(cluster.condition("Stalled").status()).isEqualTo("False");
      assertThat(OperatorTestbed.operator().counts().calls("throttled")).isPositive();
      OperatorTestbed.aws().guard(policy -> policy.unthrottle(AwsService.EC2));
      cluster.awaitReady(4);
    } finally {
      OperatorTestbed.aws().guard(policy -> policy.unthrottle(AwsService.EC2));
    }
  }

  @Test
  void shouldChangeNothingOfARunningClusterWhenItsNewImageIsNotThere() {
    try (TestCluster cluster = TestCluster.apply("mistyped").awaitReady(3)) {
      // When
      cluster.patch("{\"nodes\":{\"image\":{\"id\":\"ami-0123456789abcdef0\"}}}");
      cluster.await("stalled", status -> status.phase().equals("Stalled"));

      // Then
      assertThat(cluster.status().orElseThrow().ready()).isEqualTo(3);
      assertThat(cluster.condition("Ready").status()).as("as declared").isEqualTo("False");
      assertThat(cluster.condition("Ready").reason()).isEqualTo("NotFound");
      assertThat(cluster.seen().launchTemplate().version()).isEqualTo("1");
      assertThat(cluster.seen().instances()).hasSize(3);
    }
  }
}
