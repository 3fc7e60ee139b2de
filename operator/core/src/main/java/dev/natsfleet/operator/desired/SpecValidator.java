package dev.natsfleet.operator.desired;

import dev.natsfleet.crds.CorePool;
import dev.natsfleet.crds.CorePool.CapacityOwner;
import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.crds.NodeTemplate;
import dev.natsfleet.crds.RegistrationSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a specification before anything is made from it. The API server has the same rules, but an
 * object may have been stored under older ones.
 */
public final class SpecValidator {

  private SpecValidator() {}

  /** Every problem, each naming field, value and way out; empty if there is none. */
  public static List<String> problems(NatsClusterSpec spec) {
    List<String> problems = new ArrayList<>();
    CorePool core = spec.core();
    if (core == null) {
      problems.add("spec.core: absent; declare the core pool, the only one there is so far");
    } else {
      sizes(core, problems);
    }
    nodes(spec.nodes(), problems);
    problems.addAll(spec.server().problems());
    periods(spec.registration(), problems);
    return problems;
  }

  static CorePool core(NatsClusterSpec spec) {
    CorePool core = spec.core();
    if (core == null) {
      throw new IllegalArgumentException("spec.core is absent");
    }
    return core;
  }

  private static void sizes(CorePool core, List<String> problems) {
    if (core.min() < 0 || core.min() > core.max()) {
      problems.add(
          "spec.core.min: %d is not between 0 and spec.core.max %d; change one of them"
              .formatted(core.min(), core.max()));
    } else if (core.capacityOwner() == CapacityOwner.Operator
        && (core.desired() < core.min() || core.desired() > core.max())) {
      problems.add(
          "spec.core.desired: %d is not between min %d and max %d; change one of them"
              .formatted(core.desired(), core.min(), core.max()));
    }
  }

  private static void nodes(NodeTemplate nodes, List<String> problems) {
    if (nodes.subnets().isEmpty()) {
      problems.add("spec.nodes.subnets: empty; name at least one subnet");
    }
    if ((nodes.image().id() == null) == (nodes.image().parameter() == null)) {
      problems.add("spec.nodes.image: set exactly one of id and parameter");
    }
    nodes.tags().keySet().stream()
        .filter(key -> key.startsWith("aws:") || key.startsWith("natsfleet"))
        .map(key -> "spec.nodes.tags: '" + key + "' is reserved; choose another key")
        .forEach(problems::add);
  }

  private static void periods(RegistrationSpec periods, List<String> problems) {
    boolean ordered =
        0 < periods.heartbeatSeconds()
            && 2 * periods.heartbeatSeconds() <= periods.aliveSeconds()
            && periods.aliveSeconds() < periods.forgetSeconds();
    if (!ordered) {
      problems.add(
          "spec.registration: heartbeat %d, alive %d, forget %d are not 2*heartbeat <= alive < forget"
              .formatted(
                  periods.heartbeatSeconds(), periods.aliveSeconds(), periods.forgetSeconds()));
    }
  }
}
