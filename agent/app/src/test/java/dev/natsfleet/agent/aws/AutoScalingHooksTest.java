package dev.natsfleet.agent.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingException;

/** What an agent says when Auto Scaling refuses to end a wait. */
class AutoScalingHooksTest {

  @Test
  void shouldNameTheRightThatIsMissingAndNoRequest() {
    // Given
    AwsErrorDetails details =
        AwsErrorDetails.builder().errorCode("AccessDenied").errorMessage("not authorized").build();
    var denied =
        AutoScalingException.builder()
            .statusCode(403)
            .requestId("6b9c")
            .awsErrorDetails(details)
            .build();

    // When
    String failure =
        AutoScalingHooks.failure("CompleteLifecycleAction", "i-1", (AutoScalingException) denied);

    // Then
    assertThat(failure)
        .isEqualTo(
            "autoscaling:CompleteLifecycleAction for i-1 failed: not authorized; allow"
                + " autoscaling:CompleteLifecycleAction for the role of the instance profile");
  }
}
