package dev.natsfleet.simulation.fault;

import static dev.natsfleet.simulation.fault.FaultKind.lasting;
import static dev.natsfleet.simulation.fault.FaultKind.single;

import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.operator.port.ServiceEndpoints.Endpoint;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import dev.natsfleet.simulation.world.SampleSpec;
import dev.natsfleet.simulation.world.SimulatedWorld;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What people do in Kubernetes: to the object, which is their right, and to what belongs to it. */
final class PersonFaultKinds {

  private static final Endpoint NOBODY = new Endpoint("127.0.250.250", "eu-west-1a");

  private PersonFaultKinds() {}

  static List<FaultKind> kinds() {
    return Stream.of(declarations(), serviceEdits()).flatMap(List::stream).toList();
  }

  private static List<FaultKind> declarations() {
    return List.of(
        declaration(
            "declare <1-6> nodes",
            (spec, a) -> SampleSpec.pool(spec, a.number(), SampleSpec.core(spec).capacityOwner())),
        declaration("declare image <1-2>", (spec, a) -> SampleSpec.imaged(spec, a.number())),
        declaration("declare the image of the parameter", (spec, a) -> SampleSpec.parameter(spec)),
        single(
            "let the parameter name image <1-2>",
            (world, arguments) -> world.images().name(SampleSpec.image(arguments.number()))),
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
            .rare(),
        single(
            "empty the object's status", (world, arguments) -> world.kubernetes().clearStatus()));
  }

  private static void delete(SimulatedWorld world, DeletionPolicy policy) {
    if (world.kubernetes().object().isEmpty()) {
      throw new PortException(Kind.NOT_FOUND, "the object is gone");
    }
    world.kubernetes().edit(spec -> SampleSpec.policy(spec, policy));
    world.kubernetes().markDeleted();
  }

  private static List<FaultKind> serviceEdits() {
    return List.of(
        single(
            "change the Service's <ports|selector|labels>",
            (world, arguments) -> world.kubernetes().editService(arguments.word())),
        single("delete the Service", (world, arguments) -> world.kubernetes().deleteService()),
        lasting(
            "make a Service of the cluster's name that is somebody's own",
            (world, arguments) -> {
              world.kubernetes().createForeignService();
              return () -> world.kubernetes().deleteForeignService();
            }),
        single("empty the Service", (world, arguments) -> world.kubernetes().editSlice(Set::clear)),
        single(
            "take an address out of the EndpointSlice",
            (world, arguments) ->
                world
                    .kubernetes()
                    .editSlice(now -> now.stream().findFirst().ifPresent(now::remove))),
        single(
            "write an address of nobody into the EndpointSlice",
            (world, arguments) -> world.kubernetes().editSlice(now -> now.add(NOBODY))),
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
}
