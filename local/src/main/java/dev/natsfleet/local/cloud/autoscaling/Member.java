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
 * @param template by which it was launched
 * @param shielded protected from scale-in
 * @param inService since when, null before
 * @param waiting the lifecycle action it waits for, null if none
 * @param passed hooks that it has behind it
 * @param activity the activity that moves it
 */
public record Member(
    Instance instance,
    TemplateSpec template,
    LifecycleState state,
    boolean healthy,
    boolean shielded,
    @Nullable Instant inService,
    @Nullable Waiting waiting,
    List<String> passed,
    UUID activity) {

  public Member {
    passed = List.copyOf(passed);
  }

  /**
   * A lifecycle action that holds an instance.
   *
   * @param until when it times out
   * @param longest when it times out in spite of heartbeats
   */
  public record Waiting(Hook hook, UUID token, Instant until, Instant longest) {

    Waiting beat(Instant now) {
      Instant later = now.plus(hook.heartbeat());
      return new Waiting(hook, token, later.isBefore(longest) ? later : longest, longest);
    }
  }

  static Member launched(Instance instance, TemplateSpec template, UUID activity) {
    return new Member(
        instance, template, LifecycleState.PENDING, true, false, null, null, List.of(), activity);
  }

  public String id() {
    return instance.id();
  }

  public String zone() {
    return instance.zone();
  }

  /** Whether it counts for the group's capacity. */
  public boolean counted() {
    return !state.terminating();
  }

  Member to(LifecycleState next) {
    return new Member(
        instance, template, next, healthy, shielded, inService, null, passed, activity);
  }

  Member serving(Instant now, boolean shield) {
    return new Member(
        instance,
        template,
        LifecycleState.IN_SERVICE,
        healthy,
        shield,
        now,
        null,
        List.of(),
        activity);
  }

  Member held(Waiting action) {
    return new Member(
        instance,
        template,
        action.hook().transition().waiting(),
        healthy,
        shielded,
        inService,
        action,
        passed,
        activity);
  }

  Member past(Hook hook) {
    List<String> more = Stream.concat(passed.stream(), Stream.of(hook.name())).toList();
    return new Member(
        instance, template, state, healthy, shielded, inService, null, more, activity);
  }

  Member leaving(UUID by) {
    return new Member(
        instance,
        template,
        LifecycleState.TERMINATING,
        healthy,
        false,
        inService,
        null,
        List.of(),
        by);
  }

  Member health(boolean good) {
    return new Member(
        instance, template, state, good, shielded, inService, waiting, passed, activity);
  }

  Member shield(boolean on) {
    return new Member(instance, template, state, healthy, on, inService, waiting, passed, activity);
  }
}
