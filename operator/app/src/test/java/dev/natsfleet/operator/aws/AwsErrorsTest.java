package dev.natsfleet.operator.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "ExpiredToken, renew the operator's credentials",
    "RequestExpired, set the clock of the operator's host",
    "AccessDenied, allow ec2:DescribeSubnets"
  })
  void shouldTellCredentialsClockAndRightsApart(String code, String wayOut) {
    assertThatThrownBy(
            () ->
                AwsErrors.call(
                    "ec2:DescribeSubnets",
                    "subnet-1",
                    () -> {
                      throw AwsFailures.error(code, 403, "no");
                    }))
        .hasMessageContaining(wayOut);
  }

  @Test
  void shouldTellAWaitThatIsNotKnownFromAWrongValue() {
    assertThat(
            AwsErrors.kind(
                AwsFailures.error(
                    "ValidationError",
                    400,
                    "No active Lifecycle Action found with instance ID i-1")))
        .isEqualTo(Kind.CONFLICT);
  }

  @Test
  void shouldReadAbsenceFromAValidationError() {
    assertThat(
            AwsErrors.isAbsent(
                AwsFailures.error("ValidationError", 400, "AutoScalingGroup name not found")))
        .isTrue();
    assertThat(
            AwsErrors.isAbsent(
                AwsFailures.error("ValidationError", 400, "min must not exceed max")))
        .isFalse();
  }
}
