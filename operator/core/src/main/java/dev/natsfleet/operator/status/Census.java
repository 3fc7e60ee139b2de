package dev.natsfleet.operator.status;

import dev.natsfleet.crds.CorePool;
import dev.natsfleet.crds.CorePool.CapacityOwner;
import dev.natsfleet.operator.observe.Node;
import dev.natsfleet.operator.observe.Observed;
import dev.natsfleet.operator.port.Group;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How many there are and how many there should be.
 *
 * @param ready members that serve with every route up; while the registry says nothing, members
 *     that the group counts on, since their launch hook was completed by a node that served
 * @param desired members that are wanted
 */
record Census(int ready, int desired) {

  static Census of(Observed observed) {
    boolean trusted = observed.trusted();
    long ready =
        observed.nodes().stream()
            .filter(node -> trusted ? node.ready() : node.member().lifecycle().inService())
            .count();
    return new Census(Math.toIntExact(ready), desired(observed));
  }

  boolean complete() {
    return ready >= desired;
  }

  /** What all nodes report, or null while they differ or none does. */
  static @Nullable String agreed(Observed observed, Function<Node, Optional<String>> fact) {
    List<String> reported =
        observed.nodes().stream().flatMap(n -> fact.apply(n).stream()).distinct().toList();
    return reported.size() == 1 ? reported.getFirst() : null;
  }

  private static int desired(Observed observed) {
    CorePool core = observed.wish().spec().core();
    if (core == null || observed.wish().deleting()) {
      return 0;
    }
    return core.capacityOwner() == CapacityOwner.External
        ? observed.group().map(Group::desired).orElse(core.desired())
        : core.desired();
  }
}
