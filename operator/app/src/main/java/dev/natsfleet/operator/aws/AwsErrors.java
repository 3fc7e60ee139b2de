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
 * Classifies the errors of AWS. The codes are those of the API references of EC2, EC2 Auto Scaling
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
              "RequestExpired",
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
   * Makes a call, and turns what AWS answers in error into a {@link PortException}.
   *
   * @param call IAM action, such as {@code ec2:DescribeSubnets}: what to allow if it is denied
   * @param thing the resource it is about, for the message
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
    String text = call + " on " + thing + ": " + reason(e) + wayOut(kind, call, e);
    return new PortException(kind, text, e);
  }

  /** The kind of an error. */
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
    if (code.equals("ValidationError")
        && (has(service, "no active lifecycle action") || has(service, "pending delete"))) {
      return Kind.CONFLICT;
    }
    if (code.contains("NotFound")) {
      return Kind.NOT_FOUND;
    }
    if (code.endsWith("LimitExceeded")) {
      return Kind.EXHAUSTED;
    }
    return service.statusCode() >= 500 ? Kind.UNAVAILABLE : Kind.INVALID;
  }

  /** Whether the error says that a thing does not exist; Auto Scaling has no code for that. */
  static boolean isAbsent(SdkException e) {
    return e instanceof AwsServiceException service
        && (kind(e) == Kind.NOT_FOUND
            || (code(service).equals("ValidationError") && has(service, "not found")));
  }

  /** Auto Scaling tells some errors apart by their text only. */
  private static boolean has(AwsServiceException e, String text) {
    return message(e).toLowerCase(Locale.ROOT).contains(text);
  }

  private static String reason(SdkException e) {
    return e instanceof AwsServiceException service
        ? code(service) + ": " + message(service)
        : String.valueOf(e.getMessage());
  }

  private static String wayOut(Kind kind, String call, SdkException e) {
    return switch (kind) {
      case DENIED -> wayOutOfDenial(call, e);
      case THROTTLED -> "; it is tried again later";
      case UNAVAILABLE -> "; it is tried again until the service answers";
      case EXHAUSTED -> "; raise the quota or free resources";
      case NOT_FOUND, CONFLICT, INVALID -> "";
    };
  }

  /** A denial is about rights, credentials or the clock; its code says which. */
  private static String wayOutOfDenial(String call, SdkException e) {
    return switch (e instanceof AwsServiceException service ? code(service) : "") {
      case "ExpiredToken",
          "ExpiredTokenException",
          "UnrecognizedClientException",
          "InvalidClientTokenId",
          "MissingAuthenticationToken" ->
          "; renew the operator's credentials: AWS does not know them, or no longer";
      case "RequestExpired", "SignatureDoesNotMatch" ->
          "; set the clock of the operator's host, then check its credentials";
      default -> "; allow " + call + " for the operator's role (docs/iam/operator-policy.json)";
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
