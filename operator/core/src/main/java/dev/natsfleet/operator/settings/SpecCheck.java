package dev.natsfleet.operator.settings;

import dev.natsfleet.crds.CorePool;
import dev.natsfleet.crds.CorePool.CapacityOwner;
import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.crds.NodeTemplate;
import dev.natsfleet.crds.RegistrationSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the API server's rules check too: an object may have been stored under older rules, and
 * nothing here may depend on a rule elsewhere.
 */
public final class SpecCheck {

  private static final long MAX_PAYLOAD = 64L << 20;
  private static final long MIN_LAME_DUCK = 30;

  private SpecCheck() {}

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
    amounts(spec, problems);
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

  private static void amounts(NatsClusterSpec spec, List<String> problems) {
    String payload = spec.server().maxPayload();
    OptionalLong bytes = Amount.bytes(payload);
    if (bytes.isEmpty() || bytes.getAsLong() < 1 || bytes.getAsLong() > MAX_PAYLOAD) {
      problems.add(
          "spec.server.maxPayload: '" + payload + "' is not 1 to 64Mi; write it as 512Ki or 1Mi");
    }
    String duck = spec.server().lameDuckDuration();
    OptionalLong seconds = Amount.seconds(duck);
    if (seconds.isEmpty() || seconds.getAsLong() < MIN_LAME_DUCK) {
      problems.add(
          "spec.server.lameDuckDuration: '" + duck + "' is not at least 30s; write it as 2m");
    }
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
