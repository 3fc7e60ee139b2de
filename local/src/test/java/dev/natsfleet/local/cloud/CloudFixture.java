package dev.natsfleet.local.cloud;

import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.ActionRef;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingResult;
import dev.natsfleet.local.cloud.autoscaling.GroupChange;
import dev.natsfleet.local.cloud.autoscaling.GroupTag;
import dev.natsfleet.local.cloud.autoscaling.GroupView;
import dev.natsfleet.local.cloud.autoscaling.HookSpec;
import dev.natsfleet.local.cloud.autoscaling.Member;
import dev.natsfleet.local.cloud.ec2.Ec2Command;
import dev.natsfleet.local.cloud.ec2.Ec2Result;
import dev.natsfleet.local.cloud.ec2.MetadataOptions;
import dev.natsfleet.local.cloud.ec2.TemplateContent;
import dev.natsfleet.local.cloud.ec2.TemplateRef;
import dev.natsfleet.local.cloud.effect.Effect;
import dev.natsfleet.local.cloud.policy.Caller;
import dev.natsfleet.local.cloud.query.PageRequest;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.cloud.world.CloudDelays;
import dev.natsfleet.local.cloud.world.Realism;
import dev.natsfleet.local.cloud.world.Subnet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A cloud with a launch template, and machines that end on request. */
final class CloudFixture {

  static final String GROUP = "web";
  static final Caller ANN = new Caller("AKIAANN", "arn:aws:iam::123456789012:user/ann");
  static final HookSpec LAUNCH =
      new HookSpec("launch", "autoscaling:EC2_INSTANCE_LAUNCHING", 300, "ABANDON", null);
  static final HookSpec TERMINATE =
      new HookSpec("terminate", "autoscaling:EC2_INSTANCE_TERMINATING", 900, "CONTINUE", null);
  static final TemplateContent CONTENT =
      new TemplateContent(
          "ami-0a1b2c3d4e5f60001",
          "c7g.large",
          List.of("sg-0a1b2c3d4e5f60001"),
          new TemplateContent.Profile(null, "natsfleet-node"),
          null,
          new MetadataOptions("required", 1, "enabled", "enabled"),
          List.of(),
          null,
          Map.of("instance", Map.of("Name", "web")));

  final Cloud cloud;
  final List<Effect> effects = new ArrayList<>();

  CloudFixture() {
    this(7);
  }

  CloudFixture(long seed) {
    this(seed, Realism.NONE);
  }

  CloudFixture(long seed, Realism realism) {
    this.cloud =
        new Cloud(
            Catalogue.STANDARD,
            CloudDelays.QUICK.with(realism),
            seed,
            Instant.parse("2026-01-01T00:00:00Z"));
    ec2(new Ec2Command.CreateLaunchTemplate("web", null, CONTENT, Map.of(), null));
  }

  Ec2Result ec2(Ec2Command command) {
    return cloud.ec2(ANN, command).orThrow();
  }

  AutoScalingResult execute(AutoScalingCommand command) {
    return cloud.autoScaling(ANN, command).orThrow();
  }

  /** Advances the clock in small steps and ends machines on request. */
  void advance(Duration time) {
    Instant end = cloud.now().plus(time);
    while (cloud.now().isBefore(end)) {
      Instant step = cloud.now().plusMillis(50);
      cloud.advanceTo(step.isBefore(end) ? step : end);
      List<Effect> fresh = cloud.takeEffects();
      effects.addAll(fresh);
      fresh.stream()
          .filter(effect -> !(effect instanceof Effect.LaunchInstance))
          .forEach(effect -> cloud.machineStopped(effect.instanceId()));
    }
  }

  /** Advances the clock until everything that needs no call from outside is done. */
  void settle() {
    advance(Duration.ofSeconds(5));
  }

  static GroupChange sizes(int min, int max, int desired) {
    return change(min, max, desired, true);
  }

  static GroupChange change(int min, int max, int desired, boolean shield) {
    return new GroupChange(
        new TemplateRef(null, "web"),
        "1",
        min,
        max,
        desired,
        null,
        Catalogue.STANDARD.subnets().stream().map(Subnet::id).toList(),
        null,
        null,
        null,
        shield);
  }

  void create(GroupChange settings, HookSpec... hooks) {
    execute(
        new AutoScalingCommand.CreateAutoScalingGroup(
            GROUP,
            settings,
            List.of(hooks),
            List.of(new GroupTag(GROUP, "natsfleet:cluster", "shop/nats", true))));
  }

  void desire(int desired) {
    execute(new AutoScalingCommand.SetDesiredCapacity(GROUP, desired, false));
  }

  void complete(String hook, String instance, String result) {
    execute(
        new AutoScalingCommand.CompleteLifecycleAction(
            new ActionRef(GROUP, hook, null, instance), result));
  }

  GroupView group() {
    AutoScalingResult result =
        execute(
            new AutoScalingCommand.DescribeAutoScalingGroups(
                List.of(GROUP), true, List.of(), PageRequest.FIRST));
    return ((AutoScalingResult.GroupPage) result).page().items().getFirst();
  }

  List<Member> members() {
    return group().members();
  }

  List<String> states() {
    return members().stream().map(member -> member.state().text()).toList();
  }

  /** Newest first. */
  List<String> causes() {
    AutoScalingResult result =
        execute(
            new AutoScalingCommand.DescribeScalingActivities(
                GROUP, List.of(), true, PageRequest.FIRST));
    return ((AutoScalingResult.ScalingActivities) result)
        .page().items().stream().map(a -> a.description() + " | " + a.cause()).toList();
  }
}
