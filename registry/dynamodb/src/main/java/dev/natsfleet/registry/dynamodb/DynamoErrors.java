package dev.natsfleet.registry.dynamodb;

import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Translates DynamoDB's errors into {@link PortException}s that name the call, the table and the
 * way out.
 */
final class DynamoErrors {

  /** Kinds by error code; the HTTP status decides about codes that are not listed. */
  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("AccessDeniedException", Kind.DENIED),
          Map.entry("UnrecognizedClientException", Kind.DENIED),
          Map.entry("MissingAuthenticationTokenException", Kind.DENIED),
          Map.entry("IncompleteSignatureException", Kind.DENIED),
          Map.entry("InvalidSignatureException", Kind.DENIED),
          Map.entry("ExpiredTokenException", Kind.DENIED),
          Map.entry("ResourceNotFoundException", Kind.NOT_FOUND),
          Map.entry("ConditionalCheckFailedException", Kind.CONFLICT),
          Map.entry("TransactionConflictException", Kind.CONFLICT),
          Map.entry("ResourceInUseException", Kind.CONFLICT),
          Map.entry("LimitExceededException", Kind.EXHAUSTED),
          Map.entry("ItemCollectionSizeLimitExceededException", Kind.EXHAUSTED));

  private DynamoErrors() {}

  /** Makes a call and translates its failure. */
  static <T> T call(String call, String table, Supplier<T> action) {
    try {
      return action.get();
    } catch (SdkException e) {
      throw classify(call, table, e);
    }
  }

  static PortException classify(String call, String table, SdkException failure) {
    Kind kind = failure instanceof AwsServiceException answered ? kind(answered) : Kind.UNAVAILABLE;
    String what = call + " on table " + table + " " + outcome(kind, call, failure);
    return new PortException(kind, what + " (" + detail(failure) + ")", failure);
  }

  private static Kind kind(AwsServiceException answered) {
    if (answered.isThrottlingException()) {
      return Kind.THROTTLED;
    }
    Kind known = KINDS.get(code(answered));
    if (known != null) {
      return known;
    }
    return answered.statusCode() >= 500 ? Kind.UNAVAILABLE : Kind.INVALID;
  }

  private static String outcome(Kind kind, String call, SdkException failure) {
    return switch (kind) {
      case THROTTLED -> "was throttled; call less often";
      case DENIED -> "was denied; " + wayOutOfDenial(call, failure);
      case NOT_FOUND -> "found no such table; it is not created yet or was deleted";
      case CONFLICT -> "met a concurrent change; read it again";
      case INVALID -> "was refused as invalid";
      case EXHAUSTED -> "reached a limit of the account; ask AWS to raise it";
      case UNAVAILABLE -> "got no answer in time; check the network and the endpoint";
    };
  }

  /** A denial is about rights, credentials or the clock; its code says which. */
  private static String wayOutOfDenial(String call, SdkException failure) {
    return switch (failure instanceof AwsServiceException answered ? code(answered) : "") {
      case "ExpiredTokenException",
          "UnrecognizedClientException",
          "MissingAuthenticationTokenException" ->
          "renew the credentials: AWS does not know them, or no longer";
      case "InvalidSignatureException", "IncompleteSignatureException" ->
          "set this host's clock, then check its credentials";
      default -> "allow dynamodb:" + call + " on it";
    };
  }

  private static String detail(SdkException failure) {
    return failure instanceof AwsServiceException answered
        ? code(answered) + ": " + message(answered)
        : String.valueOf(failure.getMessage());
  }

  private static String code(AwsServiceException answered) {
    AwsErrorDetails details = answered.awsErrorDetails();
    return details == null || details.errorCode() == null ? "no code" : details.errorCode();
  }

  private static String message(AwsServiceException answered) {
    AwsErrorDetails details = answered.awsErrorDetails();
    return details == null ? String.valueOf(answered.getMessage()) : details.errorMessage();
  }
}
