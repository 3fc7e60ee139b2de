package dev.natsfleet.local.wire;

import dev.natsfleet.local.cloud.error.CloudError;
import dev.natsfleet.local.cloud.error.Refusal;
import dev.natsfleet.local.wire.form.Json;
import dev.natsfleet.local.wire.form.Shape;
import dev.natsfleet.local.wire.form.Xml;
import java.util.List;

/** How a service writes its answers and errors. */
enum Dialect {
  AUTOSCALING("http://autoscaling.amazonaws.com/doc/2011-01-01/"),
  STS("https://sts.amazonaws.com/doc/2011-06-15/"),
  EC2("http://ec2.amazonaws.com/doc/2016-11-15/") {
    @Override
    Reply ok(String action, Shape result, String requestId) {
      Shape whole = new Shape().with("requestId", requestId).merge(result);
      return Reply.xml(200, Xml.write(action + "Response", namespace(), whole, "item"));
    }

    @Override
    Reply error(CloudError error, String requestId) {
      Shape one = new Shape().with("Code", error.code()).with("Message", error.message());
      Shape whole =
          new Shape().with("Errors", new Shape().with("Error", one)).with("RequestID", requestId);
      return Reply.xml(error.status(), Xml.write("Response", "", whole, "item"));
    }

    @Override
    Refusal unknownAction(String action) {
      return Refusal.of(
          "InvalidAction", "The action " + action + " is not valid for this web service.");
    }

    @Override
    Refusal unmodelled(String parameter) {
      return Refusal.of("InvalidParameter", sentence(parameter));
    }
  },
  SSM("") {
    @Override
    Reply ok(String action, Shape result, String requestId) {
      return Reply.json(200, Json.write(result));
    }

    @Override
    Reply error(CloudError error, String requestId) {
      return Reply.json(
          error.status(),
          Json.write(new Shape().with("__type", error.code()).with("message", error.message())));
    }

    @Override
    Refusal unknownAction(String action) {
      return Refusal.of("UnknownOperationException", "");
    }

    @Override
    Refusal unmodelled(String parameter) {
      return Refusal.of("ValidationException", sentence(parameter));
    }
  };

  private final String namespace;

  Dialect(String namespace) {
    this.namespace = namespace;
  }

  final String namespace() {
    return namespace;
  }

  /** A result; here as the Query protocol writes it. */
  Reply ok(String action, Shape result, String requestId) {
    Shape whole =
        new Shape()
            .with(action + "Result", result)
            .with("ResponseMetadata", new Shape().with("RequestId", requestId));
    return Reply.xml(200, Xml.write(action + "Response", namespace, whole, "member"));
  }

  Reply error(CloudError error, String requestId) {
    Shape one =
        new Shape()
            .with("Type", error.status() < 500 ? "Sender" : "Receiver")
            .with("Code", error.code())
            .with("Message", error.message());
    Shape whole = new Shape().with("Error", one).with("RequestId", requestId);
    return Reply.xml(error.status(), Xml.write("ErrorResponse", namespace, whole, "member"));
  }

  Refusal unknownAction(String action) {
    return Refusal.of("InvalidAction", "Could not find operation " + action + ".");
  }

  Refusal unmodelled(String parameter) {
    return Refusal.validation(sentence(parameter));
  }

  static String sentence(String parameter) {
    return "The parameter " + parameter + " is not modelled by the emulated cloud.";
  }

  /** The services in the words of a credential scope. */
  static Dialect of(String service) {
    return List.of(values()).stream()
        .filter(dialect -> dialect.name().equalsIgnoreCase(service))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.of(
                    "UnrecognizedClientException",
                    "The emulated cloud has no service '" + service + "'."));
  }
}
