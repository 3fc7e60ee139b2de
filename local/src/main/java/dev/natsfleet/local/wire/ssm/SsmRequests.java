package dev.natsfleet.local.wire.ssm;

import dev.natsfleet.local.cloud.error.Refusal;
import dev.natsfleet.local.cloud.query.PageRequest;
import dev.natsfleet.local.cloud.ssm.SsmCommand;
import dev.natsfleet.local.wire.form.Params;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One line for each action: which parameters it has. */
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

  /** How to read an action; empty when the cloud has none of this name. */
  public static Optional<Function<Params, SsmCommand>> action(String name) {
    return Optional.ofNullable(ACTIONS.get(name));
  }

  private static SsmCommand put(Params p) {
    String tier = p.text("Tier");
    if (tier != null && !tier.equals("Standard")) {
      throw Refusal.of(
          "ValidationException", "Tier: " + tier + " is not modelled by the emulated cloud.");
    }
    return new SsmCommand.PutParameter(
        p.required("Name"), p.text("Type"), p.required("Value"), p.flag("Overwrite", false));
  }
}
