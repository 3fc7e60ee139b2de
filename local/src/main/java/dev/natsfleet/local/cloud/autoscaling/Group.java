package dev.natsfleet.local.cloud.autoscaling;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The mutable state of one group; only the cloud that owns it uses it. */
final class Group {

  final String name;
  final String arn;
  final Instant created;
  final Map<String, GroupTag> tags = new TreeMap<>();
  final Map<String, Hook> hooks = new TreeMap<>();
  final Map<String, Member> members = new LinkedHashMap<>();
  final Set<String> suspended = new TreeSet<>();
  GroupSettings settings;

  /** Whether it is being deleted by force. */
  boolean deleting;

  /** Whether an evaluation of the group is scheduled. */
  boolean evaluationDue;

  /** Number of launches that failed in a row, and the earliest time of the next one. */
  int failures;

  Instant nextLaunch;

  /**
   * The user request that caused the next activities, and the number of unhealthy instances to
   * replace.
   */
  String pendingCause = "";

  int replacing;

  /** The additional instance that was launched to balance the zones. */
  @Nullable String balancing;

  /** When capacity last changed, for the cooldown. */
  Instant scaled = Instant.EPOCH;

  /** Whether an activity has reported that all instances are protected. */
  boolean protectionReported;

  Group(String name, String arn, Instant created, GroupSettings settings) {
    this.name = name;
    this.arn = arn;
    this.created = created;
    this.nextLaunch = created;
    this.settings = settings;
  }

  List<Member> members() {
    return List.copyOf(members.values());
  }

  List<Member> countedMembers() {
    return members.values().stream().filter(Member::isCounted).toList();
  }

  Stream<Hook> hooks(HookTransition hookTransition) {
    return hooks.values().stream().filter(hook -> hook.hookTransition() == hookTransition);
  }

  void put(Member member) {
    members.put(member.id(), member);
  }

  /** Whether the process is not suspended. */
  boolean isActive(ScalingProcess process) {
    return !suspended.contains(process.text());
  }

  GroupView describe(List<String> zones) {
    return new GroupView(
        name,
        arn,
        created,
        settings,
        zones,
        List.copyOf(tags.values()),
        members(),
        List.copyOf(suspended),
        List.copyOf(hooks.values()),
        deleting ? "Delete in progress" : null);
  }
}
