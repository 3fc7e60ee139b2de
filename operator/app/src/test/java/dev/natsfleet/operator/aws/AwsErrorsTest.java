package dev.natsfleet.operator.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

class AwsErrorsTest {

  @ParameterizedTest
  @CsvSource({
    "Throttling, 400, THROTTLED",
    "RequestLimitExceeded, 503, THROTTLED",
    "AccessDenied, 403, DENIED",
    "UnauthorizedOperation, 403, DENIED",
    "AlreadyExists, 400, CONFLICT",
    "ScalingActivityInProgress, 400, CONFLICT",
    "InvalidLaunchTemplateName.AlreadyExistsException, 400, CONFLICT",
    "InvalidSubnetID.NotFound, 400, NOT_FOUND",
    "ParameterNotFound, 400, NOT_FOUND",
    "LimitExceeded, 400, EXHAUSTED",
    "AddressLimitExceeded, 400, EXHAUSTED",
    "ValidationError, 400, INVALID",
    "InternalFailure, 500, UNAVAILABLE"
  })
  void shouldKnowWhatACodeMeans(String code, int status, Kind kind) {
    assertThat(AwsErrors.kind(error(code, status, "text"))).isEqualTo(kind);
  }

  @Test
  void shouldCallAServiceThatDoesNotAnswerUnavailable() {
    assertThat(AwsErrors.kind(SdkClientException.create("connection refused")))
        .isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void shouldNameTheCallTheThingAndTheWayOutOfADenial() {
    assertThatThrownBy(
            () ->
                AwsErrors.call(
                    "ec2:DescribeSubnets",
                    "subnet-1",
                    () -> {
                      throw error("UnauthorizedOperation", 403, "You are not authorized");
                    }))
        .isInstanceOf(PortException.class)
        .hasMessage(
            "ec2:DescribeSubnets on subnet-1: UnauthorizedOperation: You are not authorized;"
                + " allow ec2:DescribeSubnets for the operator's role"
                + " (docs/iam/operator-policy.json)");
  }

  @Test
  void shouldReadAbsenceFromAValidationError() {
    assertThat(AwsErrors.absent(error("ValidationError", 400, "AutoScalingGroup name not found")))
        .isTrue();
    assertThat(AwsErrors.absent(error("ValidationError", 400, "min must not exceed max")))
        .isFalse();
  }

  private static AwsServiceException error(String code, int status, String message) {
    return Ec2Exception.builder()
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
        .build();
  }
}
