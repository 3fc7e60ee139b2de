package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.natsfleet.crds.NodeTemplate;
import dev.natsfleet.local.cloud.guard.Service;
import dev.natsfleet.operator.port.Catalogue;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The port of what exists keeps what it promises, over the wire. */
class CataloguePortTest {

  private final AwsPorts aws = AwsPorts.OPENED;

  @Test
  void shouldLeaveOutWhatDoesNotExist() {
    // Given
    Catalogue catalogue = aws.region().catalogue();

    // When / Then
    assertThat(catalogue.zones(List.of("subnet-0a1b2c3d4e5f60001", "subnet-0123456789abcdef0")))
        .isEqualTo(Map.of("subnet-0a1b2c3d4e5f60001", "eu-west-1a"));
    assertThat(catalogue.securityGroups(List.of("sg-0a1b2c3d4e5f60001", "sg-0123456789abcdef0")))
        .containsExactly("sg-0a1b2c3d4e5f60001");
    assertThat(catalogue.image(new NodeTemplate.Image("ami-0123456789abcdef0", null))).isEmpty();
    assertThat(catalogue.image(new NodeTemplate.Image(null, "/no/such/parameter"))).isEmpty();
    assertThat(catalogue.image(new NodeTemplate.Image("ami-0a1b2c3d4e5f60001", null)))
        .contains("ami-0a1b2c3d4e5f60001");
  }

  @Test
  void shouldNameWhatHasToBeAllowed() {
    // Given
    Lab.aws().guard(guard -> guard.deny("ec2:DescribeImages"));

    // When
    PortException denied =
        catchThrowableOfType(
            PortException.class,
            () ->
                aws.region()
                    .catalogue()
                    .image(new NodeTemplate.Image("ami-0a1b2c3d4e5f60001", null)));

    // Then
    Lab.aws().guard(guard -> guard.allow("ec2:DescribeImages"));
    assertThat(denied.kind()).isEqualTo(Kind.DENIED);
    assertThat(denied).hasMessageContainingAll("allow ec2:DescribeImages", "ami-0a1b2c3d4e5f60001");
  }

  @Test
  void shouldGiveUpSoonWhenItIsThrottled() {
    // Given
    Lab.aws().guard(guard -> guard.throttle(Service.SSM, 0, 0));

    // When
    Kind kind =
        AwsPorts.kind(() -> aws.region().catalogue().image(new NodeTemplate.Image(null, "/any")));

    // Then
    Lab.aws().guard(guard -> guard.unthrottle(Service.SSM));
    assertThat(kind).isEqualTo(Kind.THROTTLED);
  }
}
