package dev.natsfleet.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.Condition;
import dev.natsfleet.registry.Tables;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Mistakes that the API server cannot detect: a condition and an event name the mistake and the way
 * out.
 */
@Tag("server")
@ResourceLock(SharedFleet.LOCK)
@ExtendWith(SharedFleet.class)
class BadInputTest {

  private static final String SUBNET = "subnet-0a1b2c3d4e5f60003";
  private static final String UNKNOWN_SUBNET = "subnet-0a1b2c3d4e5f60009";
  private static final String IMAGE = "ami-0a1b2c3d4e5f60001";
  private static final String UNKNOWN_IMAGE = "ami-0a1b2c3d4e5f60009";
  private static final String CREATE_GROUP = "autoscaling:CreateAutoScalingGroup";

  private static FleetFixture fixture;

  @BeforeAll
  static void share(FleetFixture shared) {
    fixture = shared;
  }

  @Test
  void shouldNameASubnetThatDoesNotExistAndMakeNothing() {
    // When
    ClusterUnderTest cluster = fixture.apply(small("subnet").with(SUBNET, UNKNOWN_SUBNET));

    // Then
    awaitTold(
        cluster,
        "Stalled",
        "NotFound",
        "spec.nodes.subnets: " + UNKNOWN_SUBNET,
        "name one that this account");
    assertNothingMade(cluster);
    assertLeavesNothing(cluster);
  }

  @Test
  void shouldNameAnImageThatDoesNotExistAndGoOnOnceItIsMended() {
    // When
    ClusterUnderTest cluster = fixture.apply(small("image").with(IMAGE, UNKNOWN_IMAGE));

    // Then
    awaitTold(
        cluster,
        "Stalled",
        "NotFound",
        "spec.nodes.image.id: " + UNKNOWN_IMAGE,
        "name one that this account");
    assertNothingMade(cluster);

    // When
    cluster.apply(small("image"));

    // Then
    cluster.awaitMesh(1);
    assertLeavesNothing(cluster);
  }

  @Test
  void shouldNameTheActionThatIsDeniedAndGoOnOnceItIsAllowed() {
    // Given
    fixture.faults().deny(CREATE_GROUP);

    // When
    ClusterUnderTest cluster = fixture.apply(small("denied"));

    // Then
    awaitTold(
        cluster, "Stalled", "AwsDenied", "allow " + CREATE_GROUP, "docs/iam/operator-policy.json");
    assertThat(cluster.view().aws().group()).isEmpty();
    assertThat(cluster.instances()).isEmpty();

    // When
    fixture.faults().allow(CREATE_GROUP);

    // Then
    cluster.awaitMesh(1);
    assertLeavesNothing(cluster);
  }

  @Test
  void shouldSayThatItIsThrottledAndEndAllTheSame() {
    // Given
    fixture.faults().throttle("ec2", 30);

    // When
    ClusterUnderTest cluster = fixture.apply(small("throttled"));

    // Then
    awaitTold(
        cluster, "Degraded", "AwsThrottled", "RequestLimitExceeded", "it is tried again later");

    // When
    fixture.faults().unthrottle("ec2");

    // Then
    cluster.awaitMesh(1);
    assertLeavesNothing(cluster);
  }

  private static Manifest small(String name) {
    return Manifest.named(name).with("desired: 3", "desired: 1");
  }

  private static void awaitTold(
      ClusterUnderTest cluster, String condition, String reason, String what, String wayOut) {
    cluster.await(
        condition + " because of " + reason,
        () -> condition(cluster, condition).filter(c -> c.reason().equals(reason)).isPresent());
    assertThat(condition(cluster, condition).orElseThrow().message()).contains(what, wayOut);
    cluster.await(
        "an event " + reason,
        () ->
            cluster.view().kubernetes().eventLines().stream()
                .anyMatch(line -> line.startsWith(reason + ": ") && line.contains(what)));
  }

  private static Optional<Condition> condition(ClusterUnderTest cluster, String type) {
    return cluster.view().kubernetes().condition(type).filter(c -> c.status().equals("True"));
  }

  private static void assertNothingMade(ClusterUnderTest cluster) {
    assertThat(cluster.view().aws().group()).isEmpty();
    assertThat(cluster.view().aws().templates()).isZero();
    assertThat(cluster.view().aws().tables()).isEqualTo(Tables.State.ABSENT);
  }

  private static void assertLeavesNothing(ClusterUnderTest cluster) {
    assertThat(cluster.delete()).isEmpty();
    cluster.close();
  }
}
