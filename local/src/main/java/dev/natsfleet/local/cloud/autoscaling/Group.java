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

/** One group as it is; confined to the cloud that owns it. */
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

  /** Whether it will look at itself soon. */
  boolean awake;

  /** Launches that failed in a row, and when the next one is allowed. */
  int failures;

  Instant nextLaunch;

  /** The user's request that the next activities answer, and unhealthy instances to make up for. */
  String request = "";

  int replacing;

  /** The instance that is launched ahead to balance the zones. */
  @Nullable String balancing;

  /** When capacity last changed, for the cooldown. */
  Instant scaled = Instant.EPOCH;

  /** Whether it has complained that all instances are protected. */
  boolean complained;

  Group(String name, String arn, Instant created, GroupSettings settings) {
    this.name = name;
    this.arn = arn;
    this.created = created;
    this.nextLaunch = created;
    this.settings = settings;
  }

  List<Member> all() {
    return List.copyOf(members.values());
  }

  List<Member> counted() {
    return members.values().stream().filter(Member::counted).toList();
  }

  Stream<Hook> hooks(Transition transition) {
    return hooks.values().stream().filter(hook -> hook.transition() == transition);
  }

  void put(Member member) {
    members.put(member.id(), member);
  }

  /** Whether the process is not suspended. */
  boolean does(ScalingProcess process) {
    return !suspended.contains(process.text());
  }

  GroupView view(List<String> zones) {
    return new GroupView(
        name,
        arn,
        created,
        settings,
        zones,
        List.copyOf(tags.values()),
        all(),
        List.copyOf(suspended),
        deleting ? "Delete in progress" : null);
  }
}
