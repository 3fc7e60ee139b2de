package dev.natsfleet.local.wire.ssm;

import dev.natsfleet.local.cloud.ssm.Parameter;
import dev.natsfleet.local.cloud.ssm.SsmResult;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.wire.format.ResponseNode;

/** Writes the parameter store's results with the field names of its API. */
public final class SsmResponses {

  private final Catalogue catalogue;

  public SsmResponses(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The content of the answer. */
  public ResponseNode of(SsmResult result) {
    return switch (result) {
      case SsmResult.Done done -> new ResponseNode();
      case SsmResult.OneParameter oneParameter ->
          new ResponseNode()
              .with("Parameter", parameter(oneParameter.parameter(), oneParameter.decrypted()));
      case SsmResult.Parameters parameters ->
          new ResponseNode()
              .with("Parameters", parameters.found(), p -> parameter(p, parameters.decrypted()))
              .with("InvalidParameters", parameters.invalid());
      case SsmResult.ParametersByPath parametersByPath ->
          new ResponseNode()
              .with(
                  "Parameters",
                  parametersByPath.page().items(),
                  p -> parameter(p, parametersByPath.decrypted()))
              .with("NextToken", parametersByPath.page().next());
      case SsmResult.Written written ->
          new ResponseNode().with("Version", written.version()).with("Tier", "Standard");
      case SsmResult.Deleted deleted ->
          new ResponseNode()
              .with("DeletedParameters", deleted.deleted())
              .with("InvalidParameters", deleted.invalid());
    };
  }

  private ResponseNode parameter(Parameter parameter, boolean decrypted) {
    String separator = parameter.name().startsWith("/") ? "" : "/";
    return new ResponseNode()
        .with("Name", parameter.name())
        .with("Type", parameter.type())
        .with("Value", parameter.visibleValue(decrypted))
        .with("Version", parameter.version())
        .with("LastModifiedDate", parameter.modified())
        .with(
            "ARN",
            "arn:aws:ssm:"
                + catalogue.region()
                + ":"
                + catalogue.account()
                + ":parameter"
                + separator
                + parameter.name())
        .with("DataType", "text");
  }
}
