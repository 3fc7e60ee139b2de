package dev.natsfleet.local.wire.ssm;

import dev.natsfleet.local.cloud.ssm.Parameter;
import dev.natsfleet.local.cloud.ssm.SsmResult;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.wire.form.Shape;

/** The parameter store's results with the names of its API. */
public final class SsmShapes {

  private final Catalogue catalogue;

  public SsmShapes(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The body of the answer. */
  public Shape of(SsmResult result) {
    return switch (result) {
      case SsmResult.Done done -> new Shape();
      case SsmResult.One one ->
          new Shape().with("Parameter", parameter(one.parameter(), one.decrypted()));
      case SsmResult.Several several ->
          new Shape()
              .with("Parameters", several.found(), p -> parameter(p, several.decrypted()))
              .with("InvalidParameters", several.invalid());
      case SsmResult.Below below ->
          new Shape()
              .with("Parameters", below.page().items(), p -> parameter(p, below.decrypted()))
              .with("NextToken", below.page().next());
      case SsmResult.Written written ->
          new Shape().with("Version", written.version()).with("Tier", "Standard");
      case SsmResult.Deleted deleted ->
          new Shape()
              .with("DeletedParameters", deleted.deleted())
              .with("InvalidParameters", deleted.invalid());
    };
  }

  private Shape parameter(Parameter parameter, boolean decrypted) {
    String separator = parameter.name().startsWith("/") ? "" : "/";
    return new Shape()
        .with("Name", parameter.name())
        .with("Type", parameter.type())
        .with("Value", parameter.shown(decrypted))
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
