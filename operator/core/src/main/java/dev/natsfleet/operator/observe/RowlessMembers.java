package dev.natsfleet.operator.observe;

import dev.natsfleet.operator.port.GroupMember;
import dev.natsfleet.operator.port.NodeGroup;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Since when members have been in service without a row. An observer that could not look, or has
 * just started, begins to count anew: what was not seen does not count as absence.
 */
final class RowlessMembers {
  private final EpisodeHistory episodes = new EpisodeHistory();

  /** Nothing could be seen. */
  void forget() {
    episodes.forget();
  }

  /**
   * For how long each member has been without a row.
   *
   * @param nanos of a monotonic clock
   */
  Map<String, Duration> observe(Optional<NodeGroup> group, RegistrySnapshot registry, long nanos) {
    return episodes.observe(
        group.stream()
            .flatMap(g -> g.members().stream())
            .filter(member -> member.lifecycle().isInService())
            .map(GroupMember::instance)
            .filter(instance -> registry.isActive() && registry.rowOf(instance).isEmpty())
            .collect(
                Collectors.toMap(
                    Function.identity(), instance -> "without a row", (one, same) -> one)),
        nanos);
  }
}
