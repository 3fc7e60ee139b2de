package dev.natsfleet.operator.observe;

import dev.natsfleet.operator.port.GroupMember;
import dev.natsfleet.operator.port.NodeGroup;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Since when members have been in service without a row. An observer that could not look, or has
 * just started, begins to count anew: what was not seen does not count as absence.
 */
final class RowlessMembers {
  private Map<String, Long> since = Map.of();

  /** Nothing could be seen. */
  void forget() {
    since = Map.of();
  }

  /**
   * For how long each member has been without a row.
   *
   * @param nanos of a monotonic clock
   */
  Map<String, Duration> observe(Optional<NodeGroup> group, RegistrySnapshot registry, long nanos) {
    Map<String, Long> next = new HashMap<>();
    Map<String, Duration> ages = new HashMap<>();
    group.stream()
        .flatMap(g -> g.members().stream())
        .filter(member -> member.lifecycle().isInService())
        .map(GroupMember::instance)
        .filter(instance -> registry.isActive() && registry.rowOf(instance).isEmpty())
        .forEach(
            instance -> {
              long first = since.getOrDefault(instance, nanos);
              next.put(instance, first);
              ages.put(instance, Duration.ofNanos(nanos - first));
            });
    since = next;
    return ages;
  }
}
