package dev.natsfleet.operator.aws;

import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What an error of AWS means. The codes are those of the API references of EC2, EC2 Auto Scaling
 * and SSM, "Common Errors" among them.
 */
final class AwsErrors {

  private static final Map<Kind, Set<String>> CODES =
      Map.of(
          Kind.THROTTLED,
          Set.of(
              "Throttling",
              "ThrottlingException",
              "ThrottledException",
              "RequestLimitExceeded",
              "RequestThrottled",
              "RequestThrottledException",
              "TooManyRequestsException"),
          Kind.DENIED,
          Set.of(
              "AccessDenied",
              "AccessDeniedException",
              "UnauthorizedOperation",
              "AuthFailure",
              "OptInRequired",
              "UnrecognizedClientException",
              "InvalidClientTokenId",
              "SignatureDoesNotMatch",
              "ExpiredToken",
              "ExpiredTokenException",
              "MissingAuthenticationToken"),
          Kind.CONFLICT,
          Set.of(
              "AlreadyExists",
              "AlreadyExistsFault",
              "ResourceContention",
              "ResourceContentionFault",
              "ResourceInUse",
              "ResourceInUseFault",
              "ScalingActivityInProgress",
              "ScalingActivityInProgressFault",
              "ConditionalCheckFailedException",
              "IdempotentParameterMismatch",
              "InvalidLaunchTemplateName.AlreadyExistsException"),
          Kind.EXHAUSTED,
          Set.of("LimitExceeded", "LimitExceededFault", "InsufficientInstanceCapacity"),
          Kind.NOT_FOUND,
          Set.of("ParameterNotFound", "InvalidLaunchTemplateName.NotFoundException"));

  private AwsErrors() {}

  /**
   * Makes a call, and a {@link PortException} of what goes wrong.
   *
   * @param call IAM action, such as {@code ec2:DescribeSubnets}: what to allow if it is denied
   * @param thing what it is about, for the message
   */
  static <T> T call(String call, String thing, Supplier<T> work) {
    try {
      return work.get();
    } catch (SdkException e) {
      throw explain(call, thing, e);
    }
  }

  private static PortException explain(String call, String thing, SdkException e) {
    Kind kind = kind(e);
    String text = call + " on " + thing + ": " + reason(e) + wayOut(kind, call);
    return new PortException(kind, text, e);
  }

  /** What an error means. */
  static Kind kind(SdkException e) {
    if (!(e instanceof AwsServiceException service)) {
      return Kind.UNAVAILABLE;
    }
    String code = code(service);
    for (Map.Entry<Kind, Set<String>> known : CODES.entrySet()) {
      if (known.getValue().contains(code)) {
        return known.getKey();
      }
    }
    if (code.contains("NotFound")) {
      return Kind.NOT_FOUND;
    }
    if (code.endsWith("LimitExceeded")) {
      return Kind.EXHAUSTED;
    }
    return service.statusCode() >= 500 ? Kind.UNAVAILABLE : Kind.INVALID;
  }

  /** Whether Auto Scaling says that a thing is not there; it has no code of its own for that. */
  static boolean absent(SdkException e) {
    return e instanceof AwsServiceException service
        && (kind(e) == Kind.NOT_FOUND
            || (code(service).equals("ValidationError")
                && message(service).toLowerCase(Locale.ROOT).contains("not found")));
  }

  private static String reason(SdkException e) {
    return e instanceof AwsServiceException service
        ? code(service) + ": " + message(service)
        : String.valueOf(e.getMessage());
  }

  private static String wayOut(Kind kind, String call) {
    return switch (kind) {
      case DENIED -> "; allow " + call + " for the operator's role (docs/iam/operator-policy.json)";
      case THROTTLED -> "; tried again with less haste";
      case UNAVAILABLE -> "; tried again until the service answers";
      case EXHAUSTED -> "; raise the quota or free some of it";
      case NOT_FOUND, CONFLICT, INVALID -> "";
    };
  }

  private static String code(AwsServiceException e) {
    return e.awsErrorDetails() == null || e.awsErrorDetails().errorCode() == null
        ? "HTTP " + e.statusCode()
        : e.awsErrorDetails().errorCode();
  }

  private static String message(AwsServiceException e) {
    return e.awsErrorDetails() == null || e.awsErrorDetails().errorMessage() == null
        ? String.valueOf(e.getMessage())
        : e.awsErrorDetails().errorMessage();
  }
}
