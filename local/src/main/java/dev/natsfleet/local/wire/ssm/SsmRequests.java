package dev.natsfleet.local.wire.ssm;

import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.cloud.query.PageRequest;
import dev.natsfleet.local.cloud.ssm.SsmCommand;
import dev.natsfleet.local.wire.format.Params;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The parameters of each action, one entry per action. */
public final class SsmRequests {

  private static final String DECRYPT = "WithDecryption";

  private static final Map<String, Function<Params, SsmCommand>> ACTIONS = new HashMap<>();

  static {
    ACTIONS.put(
        "GetParameter",
        p -> new SsmCommand.GetParameter(p.required("Name"), p.flag(DECRYPT, false)));
    ACTIONS.put(
        "GetParameters",
        p -> new SsmCommand.GetParameters(p.texts("Names"), p.flag(DECRYPT, false)));
    ACTIONS.put(
        "GetParametersByPath",
        p ->
            new SsmCommand.GetParametersByPath(
                p.required("Path"),
                p.flag("Recursive", false),
                p.flag(DECRYPT, false),
                new PageRequest(p.number("MaxResults"), p.text("NextToken"))));
    ACTIONS.put("PutParameter", SsmRequests::put);
    ACTIONS.put("DeleteParameter", p -> new SsmCommand.DeleteParameter(p.required("Name")));
    ACTIONS.put("DeleteParameters", p -> new SsmCommand.DeleteParameters(p.texts("Names")));
  }

  private SsmRequests() {}

  /** The reader of an action's parameters; empty if the cloud has no such action. */
  public static Optional<Function<Params, SsmCommand>> action(String name) {
    return Optional.ofNullable(ACTIONS.get(name));
  }

  private static SsmCommand put(Params p) {
    String tier = p.text("Tier");
    if (tier != null && !tier.equals("Standard")) {
      throw CloudException.of(
          "ValidationException", "Tier: " + tier + " is not modelled by the emulated cloud.");
    }
    String dataType = p.text("DataType");
    if (dataType != null && !dataType.equals("text")) {
      throw CloudException.of(
          "ValidationException",
          "The following data type is not supported: "
              + dataType
              + " (Data type names are all lowercase.)");
    }
    p.text("Description");
    p.text("KeyId");
    return new SsmCommand.PutParameter(
        p.required("Name"), p.text("Type"), p.required("Value"), p.flag("Overwrite", false));
  }
}
