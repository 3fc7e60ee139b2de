package dev.natsfleet.operator.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.PortException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class AwsErrorKindTest {

  @ParameterizedTest
  @CsvSource({
    "Throttling, 400, THROTTLED",
    "RequestLimitExceeded, 503, THROTTLED",
    "AccessDenied, 403, DENIED",
    "UnauthorizedOperation, 403, DENIED",
    "RequestExpired, 400, DENIED",
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
    assertThat(AwsErrors.kind(AwsFailures.error(code, status, "text"))).isEqualTo(kind);
  }

  @Test
  void shouldCallAServiceThatDoesNotAnswerUnavailable() {
    assertThat(AwsErrors.kind(SdkClientException.create("connection refused")))
        .isEqualTo(Kind.UNAVAILABLE);
  }
}
