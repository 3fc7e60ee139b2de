package dev.natsfleet.simulation.fault;

import static dev.natsfleet.simulation.fault.FaultKind.lasting;
import static dev.natsfleet.simulation.fault.FaultKind.single;

import dev.natsfleet.local.cloud.ec2.Ec2Command;
import dev.natsfleet.simulation.world.SampleSpec;
import dev.natsfleet.simulation.world.SimulatedWorld;
import java.util.List;
import java.util.stream.Stream;

/** What goes wrong with machines and with the launch of new ones. */
final class MachineFaultKinds {

  private MachineFaultKinds() {}

  static List<FaultKind> kinds() {
    return Stream.of(machines(), launches(), resources()).flatMap(List::stream).toList();
  }

  private static List<FaultKind> machines() {
    return List.of(
        single(
            "cut the power of node <1-6>",
            (world, arguments) ->
                arguments
                    .node(world)
                    .ifPresent(
                        node -> world.cloud().change(cloud -> cloud.faults().kill(node.id())))),
        single(
            "terminate node <1-6> in EC2",
            (world, arguments) ->
                arguments
                    .node(world)
                    .ifPresent(
                        node ->
                            world
                                .cloud()
                                .execute(new Ec2Command.TerminateInstances(List.of(node.id()))))),
        single(
            "take node <1-6> back as a Spot instance",
            (world, arguments) ->
                arguments
                    .node(world)
                    .ifPresent(
                        node ->
                            world
                                .cloud()
                                .change(cloud -> cloud.faults().interruptSpot(node.id())))),
        lasting(
            "cut the power of zone <a|b|c>",
            (world, arguments) -> {
              String zone = arguments.zone(world);
              world.cloud().change(cloud -> cloud.faults().loseZone(zone));
              return () -> world.cloud().change(cloud -> cloud.faults().restoreZone(zone));
            }));
  }

  private static List<FaultKind> launches() {
    return List.of(
        lasting("let launches fail for want of capacity", (world, arguments) -> exhaust(world)),
        lasting(
            "declare image <1-2> while AWS has no capacity",
            (world, arguments) -> {
              Runnable end = exhaust(world);
              world.kubernetes().edit(spec -> SampleSpec.imaged(spec, arguments.number()));
              return end;
            }),
        lasting(
            "boot machines without an agent",
            (world, arguments) -> {
              world.machines().setWithoutAgents(true);
              return () -> world.machines().setWithoutAgents(false);
            }),
        lasting(
            "boot machines before their group sees them run",
            (world, arguments) -> {
              world.machines().setQuick(true);
              return () -> world.machines().setQuick(false);
            }));
  }

  private static List<FaultKind> resources() {
    return List.of(
        lasting(
            "take image <1-2> away",
            (world, arguments) -> withhold(world, SampleSpec.image(arguments.number()))),
        single(
                "delete image <1-2>",
                (world, arguments) ->
                    world.missingResources().add(SampleSpec.image(arguments.number())))
            .rare(),
        lasting(
            "take subnet <1-3> away",
            (world, arguments) -> withhold(world, SampleSpec.subnet(arguments.number()))),
        lasting(
            "take the security group away",
            (world, arguments) -> withhold(world, SampleSpec.securityGroup())));
  }

  private static Runnable exhaust(SimulatedWorld world) {
    zones(world).forEach(zone -> world.cloud().change(cloud -> cloud.faults().exhaustZone(zone)));
    return () ->
        zones(world)
            .forEach(zone -> world.cloud().change(cloud -> cloud.faults().restoreZone(zone)));
  }

  private static Runnable withhold(SimulatedWorld world, String resource) {
    world.missingResources().add(resource);
    return () -> world.missingResources().remove(resource);
  }

  private static List<String> zones(SimulatedWorld world) {
    return world.cloud().catalogue().zones();
  }
}
