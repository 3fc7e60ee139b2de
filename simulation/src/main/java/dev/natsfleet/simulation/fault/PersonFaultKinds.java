package dev.natsfleet.simulation.fault;

import static dev.natsfleet.simulation.fault.FaultKind.lasting;
import static dev.natsfleet.simulation.fault.FaultKind.single;

import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand;
import dev.natsfleet.local.cloud.autoscaling.GroupChange;
import dev.natsfleet.local.cloud.autoscaling.GroupTag;
import dev.natsfleet.local.cloud.ec2.Ec2Command;
import dev.natsfleet.local.cloud.ec2.TemplateRef;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.simulation.world.SampleSpec;
import dev.natsfleet.simulation.world.SimulatedWorld;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people do: to the object, which is their right, and behind the operator's back. */
final class PersonFaultKinds {

  private static final String GROUP = SimulatedWorld.GROUP;

  private PersonFaultKinds() {}

  static List<FaultKind> kinds() {
    return Stream.of(declarations(), groupEdits(), others(), serviceEdits())
        .flatMap(List::stream)
        .toList();
  }

  private static List<FaultKind> declarations() {
    return List.of(
        declaration(
            "declare <1-6> nodes",
            (spec, a) -> SampleSpec.pool(spec, a.number(), SampleSpec.core(spec).capacityOwner())),
        declaration("declare image <1-2>", (spec, a) -> SampleSpec.imaged(spec, a.number())),
        declaration("declare the image of the parameter", (spec, a) -> SampleSpec.parameter(spec))
            .rare(),
        single(
                "let the parameter name image <1-2>",
                (world, arguments) -> world.images().name(SampleSpec.image(arguments.number())))
            .rare(),
        single("ask for a roll-out", (world, arguments) -> world.images().request()).rare(),
        declaration(
            "declare a largest message of <1-4> Mi",
            (spec, a) -> SampleSpec.payload(spec, a.number())),
        declaration(
            "declare <plain|refused|crashing> settings",
            (spec, a) -> SampleSpec.metadata(spec, a.word())),
        single(
                "declare fading settings to a cluster that serves",
                (world, arguments) -> {
                  if (world.machines().on().stream().anyMatch(m -> m.server().isServing())) {
                    world.kubernetes().edit(spec -> SampleSpec.metadata(spec, "fading"));
                  }
                })
            .rare(),
        declaration("declare silent settings", (spec, a) -> SampleSpec.metadata(spec, "silent"))
            .rare(),
        lasting(
            "pause the cluster",
            (world, arguments) -> {
              world.kubernetes().edit(spec -> SampleSpec.paused(spec, true));
              return () -> world.kubernetes().edit(spec -> SampleSpec.paused(spec, false));
            }),
        lasting(
            "delete the object, which retains its fleet, and apply it again",
            (world, arguments) -> {
              delete(world, DeletionPolicy.Retain);
              return () -> world.kubernetes().createAgain();
            }),
        single("delete the object", (world, arguments) -> delete(world, DeletionPolicy.Delete))
            .rare());
  }

  private static void delete(SimulatedWorld world, DeletionPolicy policy) {
    world.kubernetes().edit(spec -> SampleSpec.policy(spec, policy));
    world.kubernetes().markDeleted();
  }

  private static List<FaultKind> groupEdits() {
    return List.of(
        command(
            "set the group's desired capacity to <0-8>",
            a -> new AutoScalingCommand.SetDesiredCapacity(GROUP, a.number(), false)),
        command("set the group's minimum to <0-6>", a -> update(a.number(), null)),
        command("set the group's maximum to <1-8>", a -> update(null, a.number())),
        command(
                "delete the group's tag <natsfleet:owner|natsfleet:cluster|natsfleet:pool>",
                a ->
                    new AutoScalingCommand.DeleteTags(
                        List.of(new GroupTag(GROUP, a.word(), "", true))))
            .rare(),
        command(
            "delete the hook <natsfleet-launch|natsfleet-terminate>",
            a -> new AutoScalingCommand.DeleteLifecycleHook(GROUP, a.word())),
        command(
            "suspend <Launch|Terminate|ReplaceUnhealthy> in the group",
            a -> new AutoScalingCommand.SuspendProcesses(GROUP, List.of(a.word()))),
        command(
                "delete the group by force",
                a -> new AutoScalingCommand.DeleteAutoScalingGroup(GROUP, true))
            .rare());
  }

  private static List<FaultKind> others() {
    return List.of(
        single(
            "terminate node <1-6> in its group",
            (world, arguments) ->
                arguments
                    .node(world)
                    .ifPresent(
                        node ->
                            attempt(
                                world,
                                () ->
                                    world
                                        .cloud()
                                        .execute(
                                            new AutoScalingCommand
                                                .TerminateInstanceInAutoScalingGroup(
                                                node.id(), false))))),
        single(
            "delete the launch template",
            (world, arguments) ->
                attempt(
                    world,
                    () ->
                        world
                            .cloud()
                            .execute(
                                new Ec2Command.DeleteLaunchTemplate(
                                    new TemplateRef(null, GROUP))))),
        single("delete the tables", (world, arguments) -> world.registry().drop()).rare(),
        single("delete every row", (world, arguments) -> world.registry().dropRows()),
        single(
            "empty the Service", (world, arguments) -> world.kubernetes().apply(new TreeSet<>())));
  }

  private static List<FaultKind> serviceEdits() {
    return List.of(
        single(
            "change the Service's <ports|selector|labels>",
            (world, arguments) -> world.kubernetes().editService(arguments.word())),
        single("delete the Service", (world, arguments) -> world.kubernetes().deleteService()),
        single("delete the EndpointSlice", (world, arguments) -> world.kubernetes().deleteSlice()),
        single(
                "delete the owner's annotation of the Service",
                (world, arguments) -> world.kubernetes().unmarkService())
            .rare());
  }

  private static FaultKind declaration(
      String phrase, BiFunction<NatsClusterSpec, FaultArguments, NatsClusterSpec> change) {
    return single(
        phrase,
        (world, arguments) -> world.kubernetes().edit(spec -> change.apply(spec, arguments)));
  }

  private static FaultKind command(
      String phrase, Function<FaultArguments, AutoScalingCommand> command) {
    return single(
        phrase,
        (world, arguments) ->
            attempt(world, () -> world.cloud().execute(command.apply(arguments))));
  }

  /** AWS may refuse what a person asks for; nothing has changed then. */
  private static void attempt(SimulatedWorld world, Runnable call) {
    try {
      call.run();
    } catch (PortException refused) {
      world.log().add("FAULT", "is refused: " + refused.getMessage());
    }
  }

  private static AutoScalingCommand update(@Nullable Integer min, @Nullable Integer max) {
    return new AutoScalingCommand.UpdateAutoScalingGroup(
        GROUP, new GroupChange(null, null, min, max, null, null, null, null, null, null, null));
  }
}
