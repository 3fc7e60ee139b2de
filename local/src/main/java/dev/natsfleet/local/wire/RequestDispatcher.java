package dev.natsfleet.local.wire;

import dev.natsfleet.local.cloud.CommandResult;
import dev.natsfleet.local.cloud.error.CloudError;
import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.driver.CloudDriver;
import dev.natsfleet.local.wire.format.FormParser;
import dev.natsfleet.local.wire.format.JsonFormat;
import dev.natsfleet.local.wire.format.Params;
import dev.natsfleet.local.wire.format.ResponseNode;

/**
 * Dispatches a request: finds caller, service, action and parameters, executes the command, and
 * writes the answer.
 */
final class RequestDispatcher {

  private final CloudDriver driver;
  private final String region;
  private final Actions actions;

  RequestDispatcher(CloudDriver driver) {
    this.driver = driver;
    this.region = driver.call(cloud -> cloud.catalogue().region());
    this.actions = new Actions(driver.call(cloud -> cloud.catalogue()));
  }

  Reply answer(IncomingRequest request, String requestId) {
    ServiceProtocol protocol =
        request.target() == null ? ServiceProtocol.AUTOSCALING : ServiceProtocol.SSM;
    try {
      Signature signature = Signature.of(request.authorization());
      protocol = ServiceProtocol.of(signature.service());
      refuseOtherRegion(protocol, signature);
      return answer(protocol, signature.accessKey(), request, requestId);
    } catch (CloudException cloudException) {
      return protocol.error(cloudException.error(), requestId);
    }
  }

  private void refuseOtherRegion(ServiceProtocol protocol, Signature signature) {
    if (protocol != ServiceProtocol.STS && !signature.region().equals(region)) {
      throw new CloudException(
          new CloudError(
              "SignatureDoesNotMatch",
              403,
              "Credential should be scoped to a valid region, not '" + signature.region() + "'."));
    }
  }

  private Reply answer(
      ServiceProtocol protocol, String accessKey, IncomingRequest request, String requestId) {
    Params params = params(protocol, request.body());
    String action = action(protocol, request, params);
    ParsedRequest parsedRequest =
        actions
            .find(protocol, action)
            .orElseThrow(() -> protocol.unknownAction(action))
            .apply(params);
    refuseUnmodelled(protocol, params);
    CommandResult<ResponseNode> commandResult =
        driver.call(cloud -> parsedRequest.execute(cloud, cloud.caller(accessKey)));
    return switch (commandResult) {
      case CommandResult.Ok<ResponseNode> ok -> protocol.ok(action, ok.result(), requestId);
      case CommandResult.Refused<ResponseNode> refused ->
          protocol.error(refused.error(), requestId);
    };
  }

  private static Params params(ServiceProtocol protocol, String body) {
    return switch (protocol) {
      case AUTOSCALING, STS -> Params.query(FormParser.read(body));
      case EC2 -> Params.flat(FormParser.read(body));
      case SSM -> JsonFormat.read(body);
    };
  }

  private static String action(ServiceProtocol protocol, IncomingRequest request, Params params) {
    if (protocol == ServiceProtocol.SSM) {
      String target = request.target() == null ? "" : request.target();
      return target.substring(target.indexOf('.') + 1);
    }
    params.text("Version");
    String action = params.text("Action");
    if (action == null) {
      throw CloudException.of("MissingAction", "The request is missing an action.");
    }
    return action;
  }

  private static void refuseUnmodelled(ServiceProtocol protocol, Params params) {
    params
        .unread()
        .ifPresent(
            name -> {
              throw protocol.unmodelled(name);
            });
  }
}
