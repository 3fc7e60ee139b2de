package dev.natsfleet.local.cloud.policy;

import dev.natsfleet.local.cloud.error.CloudError;
import java.util.Locale;

/** The AWS services, with their error messages for denied and throttled calls. */
public enum AwsService {
  AUTOSCALING("Throttling", "Rate exceeded") {
    @Override
    CloudError denied(Caller caller, String action) {
      return new CloudError("AccessDenied", 403, reason(caller, action));
    }
  },
  EC2("RequestLimitExceeded", "Request limit exceeded.") {
    @Override
    CloudError denied(Caller caller, String action) {
      return new CloudError(
          "UnauthorizedOperation",
          403,
          "You are not authorized to perform this operation. " + reason(caller, action));
    }
  },
  SSM("ThrottlingException", "Rate exceeded") {
    @Override
    CloudError denied(Caller caller, String action) {
      return new CloudError("AccessDeniedException", 400, reason(caller, action));
    }
  },
  STS("Throttling", "Rate exceeded") {
    @Override
    CloudError denied(Caller caller, String action) {
      return new CloudError("AccessDenied", 403, reason(caller, action));
    }
  };

  private final String throttleCode;
  private final String throttleMessage;

  AwsService(String throttleCode, String throttleMessage) {
    this.throttleCode = throttleCode;
    this.throttleMessage = throttleMessage;
  }

  abstract CloudError denied(Caller caller, String action);

  /** The service's name in credential scopes, ARNs and policies. */
  public String prefix() {
    return name().toLowerCase(Locale.ROOT);
  }

  CloudError throttled() {
    return new CloudError(throttleCode, this == EC2 ? 503 : 400, throttleMessage);
  }

  String reason(Caller caller, String action) {
    String permission = prefix() + ":" + action;
    return "User: "
        + caller.arn()
        + " is not authorized to perform: "
        + permission
        + " because no identity-based policy allows the "
        + permission
        + " action";
  }
}
