package dev.natsfleet.simulation.fault;

import static dev.natsfleet.simulation.fault.FaultKind.single;

import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand;
import dev.natsfleet.local.cloud.autoscaling.GroupChange;
import dev.natsfleet.local.cloud.autoscaling.GroupTag;
import dev.natsfleet.local.cloud.autoscaling.HookSpec;
import dev.natsfleet.local.cloud.ec2.Ec2Command;
import dev.natsfleet.local.cloud.ec2.Ec2Result;
import dev.natsfleet.local.cloud.ec2.TemplateContent;
import dev.natsfleet.local.cloud.ec2.TemplateRef;
import dev.natsfleet.local.cloud.query.PageRequest;
import dev.natsfleet.simulation.node.SimulatedMachine;
import dev.natsfleet.simulation.world.SampleSpec;
import dev.natsfleet.simulation.world.SimulatedWorld;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What people do to the fleet's resources in AWS and in the registry, behind everybody's back. */
final class ResourceFaultKinds {

  private static final String GROUP = SimulatedWorld.GROUP;
  private static final TemplateRef TEMPLATE = new TemplateRef(null, GROUP);

  private ResourceFaultKinds() {}

  static List<FaultKind> kinds() {
    return Stream.of(sizes(), hooks(), tags(), members(), templates(), rows())
        .flatMap(List::stream)
        .toList();
  }

  private static List<FaultKind> sizes() {
    return List.of(
        group(
            "set the group's desired capacity to <0-8>",
            a -> new AutoScalingCommand.SetDesiredCapacity(GROUP, a.number(), false)),
        group(
            "set the group's minimum to <0-6>",
            a -> update(GroupChange.sizes(a.number(), null, null))),
        group(
            "set the group's maximum to <1-8>",
            a -> update(GroupChange.sizes(null, a.number(), null))),
        group(
            "take subnet <1-3> out of the group",
            a -> update(GroupChange.subnets(without(a.number())))),
        group(
            "suspend <Launch|Terminate|ReplaceUnhealthy> in the group",
            a -> new AutoScalingCommand.SuspendProcesses(GROUP, List.of(a.word()))),
        group(
                "delete the group by force",
                a -> new AutoScalingCommand.DeleteAutoScalingGroup(GROUP, true))
            .rare());
  }

  private static List<FaultKind> hooks() {
    return List.of(
        group(
            "delete the hook <natsfleet-launch|natsfleet-terminate>",
            a -> new AutoScalingCommand.DeleteLifecycleHook(GROUP, a.word())),
        group(
            "let the hook <natsfleet-launch|natsfleet-terminate> wait <30-3600> seconds",
            a -> hook(new HookSpec(a.word(), null, a.number(), null, null))),
        group(
            "let the hook natsfleet-launch end in <CONTINUE|ABANDON>",
            a -> hook(new HookSpec("natsfleet-launch", null, null, a.word(), null))));
  }

  private static List<FaultKind> tags() {
    return List.of(
        group(
                "delete the group's tag <natsfleet:owner|natsfleet:cluster|natsfleet:pool>",
                a -> new AutoScalingCommand.DeleteTags(List.of(tag(a.word(), ""))))
            .rare(),
        group(
                "write nonsense into the group's tag <natsfleet:owner|natsfleet:cluster|natsfleet:pool>",
                a -> new AutoScalingCommand.CreateOrUpdateTags(List.of(tag(a.word(), "nonsense"))))
            .rare(),
        single(
                "delete the launch template's tag <natsfleet:owner|natsfleet:cluster|natsfleet:pool>",
                (world, a) -> templateIds(world).forEach(id -> untag(world, id, a.word())))
            .rare(),
        node(
            "take from node <1-6> its tag <natsfleet:owner|natsfleet:cluster|natsfleet:pool>",
            (world, a) -> node -> untag(world, node.id(), a.words().getLast())));
  }

  private static List<FaultKind> members() {
    return List.of(
        member(
            "terminate node <1-6> in its group",
            id -> new AutoScalingCommand.TerminateInstanceInAutoScalingGroup(id, false)),
        member(
            "call node <1-6> unhealthy in its group",
            id -> new AutoScalingCommand.SetInstanceHealth(id, "Unhealthy", false)),
        member(
            "take the protection from scale-in from node <1-6>",
            id -> new AutoScalingCommand.SetInstanceProtection(GROUP, List.of(id), false)));
  }

  private static List<FaultKind> templates() {
    return List.of(
        template("delete the launch template", a -> new Ec2Command.DeleteLaunchTemplate(TEMPLATE)),
        template(
            "delete version <1-3> of the launch template",
            a ->
                new Ec2Command.DeleteLaunchTemplateVersions(
                    TEMPLATE, List.of(Integer.toString(a.number())))),
        template(
            "make version <1-3> of the launch template the default",
            a -> new Ec2Command.ModifyLaunchTemplate(TEMPLATE, Integer.toString(a.number()), null)),
        template(
            "add a version with image <1-2> to the launch template",
            a ->
                new Ec2Command.CreateLaunchTemplateVersion(
                    TEMPLATE,
                    "1",
                    "by hand",
                    new TemplateContent(
                        SampleSpec.image(a.number()),
                        null,
                        List.of(),
                        null,
                        null,
                        TemplateContent.NOTHING.metadata(),
                        List.of(),
                        null,
                        TemplateContent.NOTHING.tags()),
                    null)),
        group(
            "launch the group from version <1-3> of its launch template",
            a -> update(GroupChange.template(TEMPLATE, Integer.toString(a.number())))));
  }

  private static List<FaultKind> rows() {
    return List.of(
        single("delete the tables", (world, a) -> world.registry().drop()).rare(),
        single("delete every row", (world, a) -> world.registry().dropRows()),
        node(
            "delete the row of node <1-6>",
            (world, a) -> node -> world.registry().dropRow(node.ip())),
        single("delete the cluster's row", (world, a) -> world.registry().dropCluster()),
        single(
            "delete all settings in the registry", (world, a) -> world.registry().dropSettings()),
        single("delete the operator's journal", (world, a) -> world.registry().dropJournal()));
  }

  private static FaultKind group(
      String phrase, Function<FaultArguments, AutoScalingCommand> command) {
    return single(phrase, (world, a) -> world.cloud().execute(command.apply(a)));
  }

  private static FaultKind template(String phrase, Function<FaultArguments, Ec2Command> command) {
    return single(phrase, (world, a) -> world.cloud().execute(command.apply(a)));
  }

  private static FaultKind member(String phrase, Function<String, AutoScalingCommand> command) {
    return node(phrase, (world, a) -> node -> world.cloud().execute(command.apply(node.id())));
  }

  private interface NodeEffect {
    Consumer<SimulatedMachine> in(SimulatedWorld world, FaultArguments arguments);
  }

  private static FaultKind node(String phrase, NodeEffect effect) {
    return single(phrase, (world, a) -> a.node(world).ifPresent(effect.in(world, a)));
  }

  private static AutoScalingCommand update(GroupChange change) {
    return new AutoScalingCommand.UpdateAutoScalingGroup(GROUP, change);
  }

  private static List<String> without(int subnet) {
    return IntStream.rangeClosed(1, 3)
        .filter(number -> number != subnet)
        .mapToObj(SampleSpec::subnet)
        .toList();
  }

  private static AutoScalingCommand hook(HookSpec change) {
    return new AutoScalingCommand.PutLifecycleHook(GROUP, change);
  }

  private static GroupTag tag(String key, String value) {
    return new GroupTag(GROUP, key, value, true);
  }

  private static void untag(SimulatedWorld world, String resource, String key) {
    world
        .cloud()
        .execute(new Ec2Command.DeleteTags(List.of(resource), Collections.singletonMap(key, null)));
  }

  private static List<String> templateIds(SimulatedWorld world) {
    Ec2Result result =
        world
            .cloud()
            .execute(
                new Ec2Command.DescribeLaunchTemplates(
                    List.of(), List.of(GROUP), List.of(), PageRequest.FIRST));
    return ((Ec2Result.Templates) result).page().items().stream().map(t -> t.id()).toList();
  }
}
