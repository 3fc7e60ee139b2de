package dev.natsfleet.operator.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The stable words of conditions and events; people and alert rules match on them. */
public enum Reason {
  // what goes on
  CREATING_TABLES,
  ADOPTING_TABLES,
  RELEASING_TABLES,
  CREATING_TEMPLATE,
  CREATING_GROUP,
  CORRECTING_DRIFT,
  ROLLING_BACK,
  SCALING,
  RETIRING_NODE,
  REPLACING_NODE,
  STORING_SETTINGS,
  APPLYING_SETTINGS,
  SETTINGS_STABLE,
  PUBLISHING_ENDPOINTS,
  FORGETTING_NODE,
  PRUNING,
  DELETING,
  // what is waited for
  TABLES_NOT_READY,
  GROUP_LEAVING,
  NODES_STARTING,
  NODES_LEAVING,
  NODES_NOT_SERVING,
  RECOVERING,
  // why nothing is done
  PAUSED,
  INVALID_SPEC,
  NOT_FOUND,
  FOREIGN_RESOURCE,
  MAX_BELOW_DESIRED,
  ROLLOUT_FAILED,
  LAUNCHES_FAILING,
  REGISTRY_UNREACHABLE,
  REGISTRY_SILENT,
  INTERNAL_ERROR,
  AWS_UNREACHABLE,
  AWS_DENIED,
  AWS_REFUSED,
  AWS_THROTTLED,
  AWS_EXHAUSTED,
  KUBERNETES_UNREACHABLE,
  // how it is
  ALL_READY,
  NOT_READY,
  NODE_SILENT,
  AS_EXPECTED;

  /** The word in CamelCase. */
  public String text() {
    return Arrays.stream(name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
