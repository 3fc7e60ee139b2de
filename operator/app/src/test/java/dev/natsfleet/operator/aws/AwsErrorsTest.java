package dev.natsfleet.operator.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.registry.PortException;
import org.junit.jupiter.api.Test;

class AwsErrorsTest {

  @Test
  void shouldNameTheCallTheThingAndTheWayOutOfADenial() {
    assertThatThrownBy(
            () ->
                AwsErrors.call(
                    "ec2:DescribeSubnets",
                    "subnet-1",
                    () -> {
                      throw AwsFailures.error(
                          "UnauthorizedOperation", 403, "You are not authorized");
                    }))
        .isInstanceOf(PortException.class)
        .hasMessage(
            "ec2:DescribeSubnets on subnet-1: UnauthorizedOperation: You are not authorized;"
                + " allow ec2:DescribeSubnets for the operator's role"
                + " (docs/iam/operator-policy.json)");
  }

  @Test
  void shouldReadAbsenceFromAValidationError() {
    assertThat(
            AwsErrors.absent(
                AwsFailures.error("ValidationError", 400, "AutoScalingGroup name not found")))
        .isTrue();
    assertThat(
            AwsErrors.absent(AwsFailures.error("ValidationError", 400, "min must not exceed max")))
        .isFalse();
  }
}
