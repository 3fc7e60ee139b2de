package dev.natsfleet.operator.observe;

import dev.natsfleet.operator.port.GroupMember;
import dev.natsfleet.operator.port.NodeGroup;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Since when a group has had the same members in service. An operator that has just started begins
 * to count anew.
 */
final class SteadyMembers {
  private Set<String> members = Set.of();
  private long since;

  /**
   * For how long the members have been the same.
   *
   * @param nanos of a monotonic clock
   */
  Duration observe(Optional<NodeGroup> group, long nanos) {
    Set<String> now =
        group.stream()
            .flatMap(g -> g.members().stream())
            .filter(member -> member.lifecycle().isInService())
            .map(GroupMember::instance)
            .collect(Collectors.toSet());
    if (!now.equals(members)) {
      members = now;
      since = nanos;
    }
    return members.isEmpty() ? Duration.ZERO : Duration.ofNanos(nanos - since);
  }
}
