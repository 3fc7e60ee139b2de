package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.natsfleet.crds.NodeTemplate;
import dev.natsfleet.local.cloud.policy.AwsService;
import dev.natsfleet.operator.port.RegionResources;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract of {@code RegionResources}, over the wire. */
@Tag("server")
class RegionResourcesPortTest {

  private final AwsPorts aws = AwsPorts.OPENED;

  @Test
  void shouldLeaveOutWhatDoesNotExist() {
    // Given
    RegionResources regionResources = aws.region().regionResources();

    // When / Then
    assertThat(
            regionResources.zones(List.of("subnet-0a1b2c3d4e5f60001", "subnet-0123456789abcdef0")))
        .isEqualTo(Map.of("subnet-0a1b2c3d4e5f60001", "eu-west-1a"));
    assertThat(
            regionResources.securityGroups(List.of("sg-0a1b2c3d4e5f60001", "sg-0123456789abcdef0")))
        .containsExactly("sg-0a1b2c3d4e5f60001");
    assertThat(regionResources.image(new NodeTemplate.Image("ami-0123456789abcdef0", null)))
        .isEmpty();
    assertThat(regionResources.image(new NodeTemplate.Image(null, "/no/such/parameter"))).isEmpty();
    assertThat(regionResources.image(new NodeTemplate.Image("ami-0a1b2c3d4e5f60001", null)))
        .contains("ami-0a1b2c3d4e5f60001");
  }

  @Test
  void shouldNameWhatHasToBeAllowed() {
    // Given
    aws.account().guard(policy -> policy.deny("ec2:DescribeImages"));

    // When
    PortException denied =
        catchThrowableOfType(
            PortException.class,
            () ->
                aws.region()
                    .regionResources()
                    .image(new NodeTemplate.Image("ami-0a1b2c3d4e5f6ffff", null)));

    // Then
    aws.account().guard(policy -> policy.allow("ec2:DescribeImages"));
    assertThat(denied.kind()).isEqualTo(Kind.DENIED);
    assertThat(denied).hasMessageContainingAll("allow ec2:DescribeImages", "ami-0a1b2c3d4e5f6ffff");
  }

  @Test
  void shouldGiveUpSoonWhenItIsThrottled() {
    // Given
    aws.account().guard(policy -> policy.throttle(AwsService.SSM, 0, 0));

    // When
    Kind kind =
        AwsPorts.kind(
            () -> aws.region().regionResources().image(new NodeTemplate.Image(null, "/any")));

    // Then
    aws.account().guard(policy -> policy.unthrottle(AwsService.SSM));
    assertThat(kind).isEqualTo(Kind.THROTTLED);
  }
}
