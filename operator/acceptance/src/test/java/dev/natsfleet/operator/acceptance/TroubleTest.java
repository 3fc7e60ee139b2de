package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.cloud.guard.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the user, or the account, has wrong. */
class TroubleTest {

  @ParameterizedTest
  @CsvSource({
    "no-image, ami-0a1b2c3d4e5f60001, ami-0123456789abcdef0, spec.nodes.image.id",
    "no-subnet, subnet-0a1b2c3d4e5f60002, subnet-0123456789abcdef0, spec.nodes.subnets",
    "no-firewall, sg-0a1b2c3d4e5f60001, sg-0123456789abcdef0, spec.nodes.securityGroups"
  })
  void shouldMakeNothingWhileSomethingIsNotThere(
      String name, String there, String notThere, String field) {
    try (Cluster cluster = Cluster.apply(name, yaml -> yaml.replace(there, notThere))) {
      // When
      cluster.await("stalled", status -> status.phase().equals("Stalled"));

      // Then
      assertThat(cluster.condition("Stalled").reason()).isEqualTo("NotFound");
      assertThat(cluster.condition("Stalled").message()).contains(field, notThere, "eu-west-1");
      assertThat(cluster.events("NotFound")).singleElement().asString().contains(notThere);
      assertThat(Leftovers.of(cluster)).isEqualTo(new Leftovers(0, 0, 0, 0, 0));
    }
  }

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
    Lab.aws().guard(guard -> guard.deny(action));
    try (Cluster cluster = Cluster.apply(name)) {
      // When
      cluster.await("stalled", status -> status.phase().equals("Stalled"));

      // Then
      assertThat(cluster.condition("Stalled").reason()).isEqualTo("AwsDenied");
      assertThat(cluster.condition("Stalled").message()).contains("allow " + action);
      Waiting.until("the event", () -> cluster.says("AwsDenied", "allow " + action));
      Lab.aws().guard(guard -> guard.allow(action));
      cluster.awaitReady(3);
      assertThat(cluster.condition("Stalled").status()).isEqualTo("False");
    } finally {
      Lab.aws().guard(guard -> guard.allow(action));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "back-group, autoscaling:CreateAutoScalingGroup",
    "back-template, ec2:CreateLaunchTemplate"
  })
  void shouldTakeBackWhatARefusedCreationMade(String name, String action) {
    // Given
    Lab.aws().guard(guard -> guard.deny(action));
    try (Cluster cluster = Cluster.apply(name)) {
      // When
      cluster.await("stalled", status -> status.phase().equals("Stalled"));

      // Then
      assertThat(Leftovers.of(cluster)).isEqualTo(new Leftovers(0, 0, 0, 0, 0));
      assertThat(cluster.condition("Stalled").message())
          .contains("nothing of the new cluster is kept", "allow " + action);
      cluster.patch("{\"server\":{\"maxPayload\":\"2Mi\"}}");
      Lab.aws().guard(guard -> guard.allow(action));
      cluster.awaitReady(3);
    } finally {
      Lab.aws().guard(guard -> guard.allow(action));
    }
  }

  @Test
  void shouldSayThatItIsThrottledAndGoOnWithLessHaste() {
    try (Cluster cluster = Cluster.apply("throttled").awaitReady(3)) {
      // Given
      Lab.aws().guard(guard -> guard.throttle(Service.EC2, 0, 0));

      // When
      cluster.patch("{\"core\":{\"desired\":4}}");
      cluster.await("throttled", status -> status.reason().equals("AwsThrottled"));

      // Then
      assertThat(cluster.condition("Ready").status()).isEqualTo("Unknown");
      assertThat(cluster.condition("Stalled").status()).isEqualTo("False");
      assertThat(Lab.operator().counts().calls("throttled")).isPositive();
      Lab.aws().guard(guard -> guard.unthrottle(Service.EC2));
      cluster.awaitReady(4);
    } finally {
      Lab.aws().guard(guard -> guard.unthrottle(Service.EC2));
    }
  }

  @Test
  void shouldChangeNothingOfARunningClusterWhenItsNewImageIsNotThere() {
    try (Cluster cluster = Cluster.apply("mistyped").awaitReady(3)) {
      // When
      cluster.patch("{\"nodes\":{\"image\":{\"id\":\"ami-0123456789abcdef0\"}}}");
      cluster.await("stalled", status -> status.phase().equals("Stalled"));

      // Then
      assertThat(cluster.condition("Ready").status()).isEqualTo("True");
      assertThat(cluster.seen().launchTemplate().version()).isEqualTo("1");
      assertThat(cluster.seen().instances()).hasSize(3);
    }
  }
}
