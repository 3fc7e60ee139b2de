package dev.natsfleet.simulation.fault;

import static dev.natsfleet.simulation.fault.FaultKind.lasting;
import static dev.natsfleet.simulation.fault.FaultKind.single;

import dev.natsfleet.simulation.call.CallFault;
import dev.natsfleet.simulation.call.CallFault.CallEffect;
import dev.natsfleet.simulation.call.CallSource;
import dev.natsfleet.simulation.call.RemoteService;
import dev.natsfleet.simulation.node.SimulatedMachine;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What goes wrong with calls to AWS, the registry, Kubernetes and instance metadata. */
final class CallFaultKinds {

  private static final Predicate<CallSource> OPERATOR = CallSource::isOperator;

  private CallFaultKinds() {}

  static List<FaultKind> kinds() {
    return Stream.of(registry(), aws(), others()).flatMap(List::stream).toList();
  }

  private static List<FaultKind> registry() {
    return List.of(
        node("cut node <1-6> from the registry", RemoteService.REGISTRY, CallEffect.CUT),
        lasting(
            "cut nodes <1-6> and <1-6> from the registry",
            (world, arguments) ->
                world
                    .faults()
                    .add(
                        CallFault.of(
                            among(arguments.nodes(world)),
                            RemoteService.REGISTRY,
                            CallEffect.CUT))),
        zone("cut zone <a|b|c> from the registry", RemoteService.REGISTRY, CallEffect.CUT),
        nodes("cut every node from the registry", CallEffect.CUT),
        operator("cut the operator from the registry", RemoteService.REGISTRY, CallEffect.CUT),
        everybody("throttle the registry", RemoteService.REGISTRY, CallEffect.THROTTLED),
        node(
            "lose the registry's answers to node <1-6>",
            RemoteService.REGISTRY,
            CallEffect.ANSWER_LOST),
        operator(
            "lose the registry's answers to the operator",
            RemoteService.REGISTRY,
            CallEffect.ANSWER_LOST),
        operator(
            "hang the operator's calls to the registry", RemoteService.REGISTRY, CallEffect.HUNG),
        operator("deny the operator the registry", RemoteService.REGISTRY, CallEffect.DENIED)
            .rare(),
        node("deny node <1-6> the registry", RemoteService.REGISTRY, CallEffect.DENIED),
        some("deny the operator to read the rows", "NodeRows.rows", CallEffect.DENIED),
        some("answer the operator late whether the tables exist", "Tables.state", CallEffect.STALE),
        some("hide the tables from the operator", "Tables.state", CallEffect.ABSENT).rare());
  }

  private static List<FaultKind> aws() {
    return List.of(
        node("cut node <1-6> from AWS", RemoteService.AWS, CallEffect.CUT),
        zone("cut zone <a|b|c> from AWS", RemoteService.AWS, CallEffect.CUT),
        operator("cut the operator from AWS", RemoteService.AWS, CallEffect.CUT),
        everybody("throttle AWS", RemoteService.AWS, CallEffect.THROTTLED),
        operator("lose AWS's answers to the operator", RemoteService.AWS, CallEffect.ANSWER_LOST),
        node("lose AWS's answers to node <1-6>", RemoteService.AWS, CallEffect.ANSWER_LOST),
        operator("hang the operator's calls to AWS", RemoteService.AWS, CallEffect.HUNG),
        operator("answer the operator's reads of AWS late", RemoteService.AWS, CallEffect.STALE),
        some("hide the group from the operator", "NodeGroups.observe", CallEffect.ABSENT),
        some("hide the instances from the operator", "Instances.observe", CallEffect.ABSENT),
        some(
            "hide the launch template from the operator",
            "LaunchTemplates.observe",
            CallEffect.ABSENT),
        node("deny node <1-6> AWS", RemoteService.AWS, CallEffect.DENIED),
        some("deny the operator to describe the group", "NodeGroups.observe", CallEffect.DENIED),
        some("deny the operator to describe instances", "Instances.observe", CallEffect.DENIED),
        some(
            "deny the operator to describe the launch template",
            "LaunchTemplates.observe",
            CallEffect.DENIED),
        some("deny the operator to describe images", "RegionResources.image", CallEffect.DENIED),
        some("deny the operator to describe subnets", "RegionResources.zones", CallEffect.DENIED),
        some(
            "deny the operator to describe security groups",
            "RegionResources.securityGroups",
            CallEffect.DENIED),
        some("deny the operator to terminate nodes", "NodeGroups.terminate", CallEffect.DENIED)
            .rare(),
        some("deny the operator to size the group", "NodeGroups.resize", CallEffect.DENIED).rare());
  }

  private static List<FaultKind> others() {
    return List.of(
        operator("cut the operator from Kubernetes", RemoteService.KUBERNETES, CallEffect.CUT),
        everybody("throttle Kubernetes", RemoteService.KUBERNETES, CallEffect.THROTTLED),
        operator(
            "hang the operator's calls to Kubernetes", RemoteService.KUBERNETES, CallEffect.HUNG),
        some("refuse the operator's status", "ClusterStatus.patch", CallEffect.DENIED),
        single(
                "refuse the operator's status for good",
                (world, arguments) ->
                    world
                        .faults()
                        .add(
                            new CallFault(
                                OPERATOR,
                                RemoteService.KUBERNETES,
                                "ClusterStatus.patch"::equals,
                                CallEffect.DENIED)))
            .rare(),
        some("refuse the operator's endpoints", "ServiceEndpoints.apply", CallEffect.DENIED),
        node("cut node <1-6> from its metadata", RemoteService.METADATA, CallEffect.CUT));
  }

  private static FaultKind node(String phrase, RemoteService service, CallEffect effect) {
    return lasting(
        phrase,
        (world, arguments) ->
            arguments
                .node(world)
                .map(node -> world.faults().add(CallFault.of(from(node), service, effect)))
                .orElse(() -> {}));
  }

  private static FaultKind zone(String phrase, RemoteService service, CallEffect effect) {
    return lasting(
        phrase,
        (world, arguments) -> {
          String zone = arguments.zone(world);
          return world
              .faults()
              .add(CallFault.of(source -> source.zone().equals(zone), service, effect));
        });
  }

  private static FaultKind nodes(String phrase, CallEffect effect) {
    return lasting(
        phrase,
        (world, arguments) ->
            world.faults().add(CallFault.of(OPERATOR.negate(), RemoteService.REGISTRY, effect)));
  }

  private static FaultKind operator(String phrase, RemoteService service, CallEffect effect) {
    return lasting(
        phrase, (world, arguments) -> world.faults().add(CallFault.of(OPERATOR, service, effect)));
  }

  private static FaultKind everybody(String phrase, RemoteService service, CallEffect effect) {
    return lasting(
        phrase,
        (world, arguments) -> world.faults().add(CallFault.of(source -> true, service, effect)));
  }

  /** A fault of one call of the operator. */
  private static FaultKind some(String phrase, String call, CallEffect effect) {
    return lasting(
        phrase,
        (world, arguments) -> {
          List<Runnable> ends =
              Stream.of(RemoteService.values())
                  .map(service -> new CallFault(OPERATOR, service, call::equals, effect))
                  .map(fault -> world.faults().add(fault))
                  .toList();
          return () -> ends.forEach(Runnable::run);
        });
  }

  private static Predicate<CallSource> from(SimulatedMachine node) {
    return source -> source.name().equals(node.id());
  }

  private static Predicate<CallSource> among(List<SimulatedMachine> nodes) {
    Set<String> names = nodes.stream().map(SimulatedMachine::id).collect(Collectors.toSet());
    return source -> names.contains(source.name());
  }
}
