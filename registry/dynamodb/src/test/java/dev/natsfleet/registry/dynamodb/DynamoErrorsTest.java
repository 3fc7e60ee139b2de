package dev.natsfleet.registry.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.PortException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

@Tag("server")
class DynamoErrorsTest {

  @ParameterizedTest
  @CsvSource({
    "ProvisionedThroughputExceededException, 400, THROTTLED",
    "ThrottlingException,                    400, THROTTLED",
    "RequestLimitExceeded,                   400, THROTTLED",
    "AccessDeniedException,                  400, DENIED",
    "UnrecognizedClientException,            400, DENIED",
    "ExpiredTokenException,                  400, DENIED",
    "ResourceNotFoundException,              400, NOT_FOUND",
    "ResourceInUseException,                 400, CONFLICT",
    "ConditionalCheckFailedException,        400, CONFLICT",
    "LimitExceededException,                 400, EXHAUSTED",
    "ValidationException,                    400, INVALID",
    "SomethingNew,                           400, INVALID",
    "InternalServerError,                    500, UNAVAILABLE",
    "ServiceUnavailable,                     503, UNAVAILABLE"
  })
  void shouldSayWhatACallerCanDo(String code, int status, PortException.Kind kind) {
    assertThat(DynamoErrors.classify("Scan", "t", answer(code, status)).kind()).isEqualTo(kind);
  }

  @Test
  void shouldNameTheMissingPermission() {
    // When
    PortException denied =
        DynamoErrors.classify("UpdateItem", "natsfleet.a.b", answer("AccessDeniedException", 400));

    // Then
    assertThat(denied)
        .hasMessage(
            "UpdateItem on table natsfleet.a.b was denied; allow dynamodb:UpdateItem on it"
                + " (AccessDeniedException: because)");
  }

  @ParameterizedTest
  @CsvSource({
    "ExpiredTokenException, renew the credentials",
    "InvalidSignatureException, set this host's clock",
    "AccessDeniedException, allow dynamodb:Scan"
  })
  void shouldTellCredentialsClockAndRightsApart(String code, String wayOut) {
    assertThat(DynamoErrors.classify("Scan", "t", answer(code, 400))).hasMessageContaining(wayOut);
  }

  @Test
  void shouldCallSilenceUnavailable() {
    assertThat(DynamoErrors.classify("Scan", "t", ApiCallTimeoutException.create(2_000)).kind())
        .isEqualTo(PortException.Kind.UNAVAILABLE);
    assertThat(DynamoErrors.classify("Scan", "t", SdkClientException.create("refused")).kind())
        .isEqualTo(PortException.Kind.UNAVAILABLE);
  }

  @Test
  void shouldDoWithAnAnswerThatHasNoDetails() {
    // Given
    AwsServiceException bare =
        DynamoDbException.builder().message("bad gateway").statusCode(502).build();

    // Then
    assertThat(DynamoErrors.classify("Scan", "t", bare))
        .hasMessageContaining("bad gateway")
        .extracting(PortException::kind)
        .isEqualTo(PortException.Kind.UNAVAILABLE);
  }

  private static AwsServiceException answer(String code, int status) {
    return DynamoDbException.builder()
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage("because").build())
        .build();
  }
}
