package dev.natsfleet.local.wire;

import dev.natsfleet.local.cloud.error.CloudError;
import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.wire.format.JsonFormat;
import dev.natsfleet.local.wire.format.ResponseNode;
import dev.natsfleet.local.wire.format.XmlFormat;
import java.util.List;

/** The wire protocol of each service: how it writes results and errors. */
enum ServiceProtocol {
  AUTOSCALING("http://autoscaling.amazonaws.com/doc/2011-01-01/"),
  STS("https://sts.amazonaws.com/doc/2011-06-15/"),
  EC2("http://ec2.amazonaws.com/doc/2016-11-15/") {
    @Override
    Reply ok(String action, ResponseNode result, String requestId) {
      ResponseNode whole = new ResponseNode().with("requestId", requestId).merge(result);
      return Reply.xml(200, XmlFormat.write(action + "Response", namespace(), whole, "item"));
    }

    @Override
    Reply error(CloudError error, String requestId) {
      ResponseNode one =
          new ResponseNode().with("Code", error.code()).with("Message", error.message());
      ResponseNode whole =
          new ResponseNode()
              .with("Errors", new ResponseNode().with("Error", one))
              .with("RequestID", requestId);
      return Reply.xml(error.status(), XmlFormat.write("Response", "", whole, "item"));
    }

    @Override
    CloudException unknownAction(String action) {
      return CloudException.of(
          "InvalidAction", "The action " + action + " is not valid for this web service.");
    }

    @Override
    CloudException unmodelled(String parameter) {
      return CloudException.of("InvalidParameter", sentence(parameter));
    }
  },
  SSM("") {
    @Override
    Reply ok(String action, ResponseNode result, String requestId) {
      return Reply.json(200, JsonFormat.write(result));
    }

    @Override
    Reply error(CloudError error, String requestId) {
      return Reply.json(
          error.status(),
          JsonFormat.write(
              new ResponseNode().with("__type", error.code()).with("message", error.message())));
    }

    @Override
    CloudException unknownAction(String action) {
      return CloudException.of("UnknownOperationException", "");
    }

    @Override
    CloudException unmodelled(String parameter) {
      return CloudException.of("ValidationException", sentence(parameter));
    }
  };

  private final String namespace;

  ServiceProtocol(String namespace) {
    this.namespace = namespace;
  }

  final String namespace() {
    return namespace;
  }

  /** Writes a result; this default is the Query protocol. */
  Reply ok(String action, ResponseNode result, String requestId) {
    ResponseNode whole =
        new ResponseNode()
            .with(action + "Result", result)
            .with("ResponseMetadata", new ResponseNode().with("RequestId", requestId));
    return Reply.xml(200, XmlFormat.write(action + "Response", namespace, whole, "member"));
  }

  Reply error(CloudError error, String requestId) {
    ResponseNode one =
        new ResponseNode()
            .with("Type", error.status() < 500 ? "Sender" : "Receiver")
            .with("Code", error.code())
            .with("Message", error.message());
    ResponseNode whole = new ResponseNode().with("Error", one).with("RequestId", requestId);
    return Reply.xml(error.status(), XmlFormat.write("ErrorResponse", namespace, whole, "member"));
  }

  CloudException unknownAction(String action) {
    return CloudException.of("InvalidAction", "Could not find operation " + action + ".");
  }

  CloudException unmodelled(String parameter) {
    return CloudException.validation(sentence(parameter));
  }

  static String sentence(String parameter) {
    return "The parameter " + parameter + " is not modelled by the emulated cloud.";
  }

  /** The protocol of a service as named in a credential scope. */
  static ServiceProtocol of(String service) {
    return List.of(values()).stream()
        .filter(protocol -> protocol.name().equalsIgnoreCase(service))
        .findFirst()
        .orElseThrow(
            () ->
                CloudException.of(
                    "UnrecognizedClientException",
                    "The emulated cloud has no service '" + service + "'."));
  }
}
