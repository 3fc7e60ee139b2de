package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.ec2.Instance;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An instance in a group.
 *
 * @param template launch template with which it was launched
 * @param scaleInProtected whether a scale-in must leave it alone
 * @param inService time of entry into service, null before
 * @param lifecycleAction the action it waits for, null if none
 * @param completedHooks names of the hooks it has passed in its present transition
 * @param activity its present scaling activity
 */
public record Member(
    Instance instance,
    GroupTemplate template,
    MemberState state,
    boolean healthy,
    boolean scaleInProtected,
    @Nullable Instant inService,
    @Nullable LifecycleAction lifecycleAction,
    List<String> completedHooks,
    UUID activity) {

  public Member {
    completedHooks = List.copyOf(completedHooks);
  }

  /**
   * A lifecycle action that holds an instance.
   *
   * @param activeFrom when it can be completed
   * @param until when it times out
   * @param longest when it times out regardless of heartbeats
   */
  public record LifecycleAction(
      Hook hook, UUID token, Instant activeFrom, Instant until, Instant longest) {

    LifecycleAction withHeartbeat(Instant now) {
      Instant later = now.plus(hook.heartbeat());
      return new LifecycleAction(
          hook, token, activeFrom, later.isBefore(longest) ? later : longest, longest);
    }
  }

  static Member launched(Instance instance, GroupTemplate template, UUID activity) {
    return new Member(
        instance, template, MemberState.PENDING, true, false, null, null, List.of(), activity);
  }

  public String id() {
    return instance.id();
  }

  public String zone() {
    return instance.zone();
  }

  /** Whether it counts towards the group's capacity. */
  public boolean isCounted() {
    return !state.isTerminating();
  }

  Member withState(MemberState next) {
    return new Member(
        instance,
        template,
        next,
        healthy,
        scaleInProtected,
        inService,
        null,
        completedHooks,
        activity);
  }

  Member enterService(Instant now, boolean protect) {
    return new Member(
        instance,
        template,
        MemberState.IN_SERVICE,
        healthy,
        protect,
        now,
        null,
        List.of(),
        activity);
  }

  Member waitingFor(LifecycleAction action) {
    return new Member(
        instance,
        template,
        action.hook().hookTransition().waiting(),
        healthy,
        scaleInProtected,
        inService,
        action,
        completedHooks,
        activity);
  }

  Member withCompletedHook(Hook hook) {
    List<String> more = Stream.concat(completedHooks.stream(), Stream.of(hook.name())).toList();
    return new Member(
        instance, template, state, healthy, scaleInProtected, inService, null, more, activity);
  }

  Member leaveWith(UUID by) {
    return new Member(
        instance,
        template,
        MemberState.TERMINATING,
        healthy,
        false,
        inService,
        null,
        List.of(),
        by);
  }

  Member withHealth(boolean good) {
    return new Member(
        instance,
        template,
        state,
        good,
        scaleInProtected,
        inService,
        lifecycleAction,
        completedHooks,
        activity);
  }

  Member withProtection(boolean on) {
    return new Member(
        instance,
        template,
        state,
        healthy,
        on,
        inService,
        lifecycleAction,
        completedHooks,
        activity);
  }
}
