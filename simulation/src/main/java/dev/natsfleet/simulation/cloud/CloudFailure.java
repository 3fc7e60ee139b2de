package dev.natsfleet.simulation.cloud;

import dev.natsfleet.local.cloud.error.CloudError;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;

/** What an error of AWS means to a caller: the kinds that the operator's adapters give it. */
final class CloudFailure {

  private CloudFailure() {}

  static PortException of(String action, CloudError error) {
    return new PortException(kind(error), action + ": " + error.code() + ": " + error.message());
  }

  private static Kind kind(CloudError error) {
    return switch (error.code()) {
      case "Throttling", "RequestLimitExceeded" -> Kind.THROTTLED;
      case "AccessDenied", "UnauthorizedOperation" -> Kind.DENIED;
      case "AlreadyExists",
          "ResourceInUse",
          "ScalingActivityInProgress",
          "InvalidLaunchTemplateName.AlreadyExistsException" ->
          Kind.CONFLICT;
      case "LimitExceeded", "InsufficientInstanceCapacity" -> Kind.EXHAUSTED;
      default -> error.code().contains("NotFound") ? Kind.NOT_FOUND : other(error);
    };
  }

  private static Kind other(CloudError error) {
    if (error.message().contains("No active Lifecycle Action")) {
      return Kind.CONFLICT;
    }
    return error.status() >= 500 ? Kind.UNAVAILABLE : Kind.INVALID;
  }
}
