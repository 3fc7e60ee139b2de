package dev.natsfleet.simulation.world;

import dev.natsfleet.crds.CorePool;
import dev.natsfleet.crds.CorePool.CapacityOwner;
import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.crds.NodeTemplate;
import dev.natsfleet.crds.RegistrationSpec;
import dev.natsfleet.crds.ServerSpec;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.cloud.world.Subnet;
import dev.natsfleet.simulation.node.SimulatedServer;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The specifications that simulated users write: one to begin with, and changes of it. */
public final class SampleSpec {

  /** The word in {@code server_metadata} that means nothing to nats-server. */
  public static final String PLAIN = "plain";

  private static final Catalogue REGION = Catalogue.STANDARD;

  private SampleSpec() {}

  /** An ordinary cluster of this size in three zones. */
  public static NatsClusterSpec nodes(int desired) {
    NodeTemplate nodes =
        new NodeTemplate(
            "c7g.large",
            new NodeTemplate.Image(image(1), null),
            REGION.subnets().stream().map(Subnet::id).toList(),
            List.copyOf(REGION.securityGroups().keySet()),
            REGION.instanceProfiles().getFirst(),
            Map.of());
    return new NatsClusterSpec(
        SimulatedServer.VERSION,
        false,
        DeletionPolicy.Delete,
        REGION.region(),
        new CorePool(0, desired, 8, CapacityOwner.Operator),
        nodes,
        ServerSpec.DEFAULTS,
        RegistrationSpec.DEFAULTS);
  }

  /** The image with this number, from 1. */
  public static String image(int number) {
    SortedMap<String, String> images = new TreeMap<>(REGION.images());
    return List.copyOf(images.keySet()).get(number - 1);
  }

  /** The subnet with this number, from 1. */
  public static String subnet(int number) {
    return REGION.subnets().get(number - 1).id();
  }

  /** The security group of the nodes. */
  public static String securityGroup() {
    return REGION.securityGroups().keySet().iterator().next();
  }

  /** The same with another pool. */
  public static NatsClusterSpec pool(NatsClusterSpec spec, int desired, CapacityOwner owner) {
    return with(spec, new CorePool(0, desired, 8, owner), spec.nodes(), spec.server());
  }

  /** The same with another image. */
  public static NatsClusterSpec imaged(NatsClusterSpec spec, int image) {
    return imaged(spec, new NodeTemplate.Image(image(image), null));
  }

  /** The same with the image that a parameter names. */
  public static NatsClusterSpec parameter(NatsClusterSpec spec) {
    return imaged(spec, new NodeTemplate.Image(null, DeclaredImages.PARAMETER));
  }

  private static NatsClusterSpec imaged(NatsClusterSpec spec, NodeTemplate.Image image) {
    NodeTemplate nodes = spec.nodes();
    NodeTemplate other =
        new NodeTemplate(
            nodes.instanceType(),
            image,
            nodes.subnets(),
            nodes.securityGroups(),
            nodes.instanceProfile(),
            nodes.tags());
    return with(spec, core(spec), other, spec.server());
  }

  /** The same with a largest message of this many Mi, which nats-server reloads. */
  public static NatsClusterSpec payload(NatsClusterSpec spec, int mebibytes) {
    ServerSpec server = spec.server();
    return with(
        spec,
        core(spec),
        spec.nodes(),
        new ServerSpec(mebibytes + "Mi", server.lameDuckDuration(), server.config()));
  }

  /** The same with a word in {@code server_metadata}, which takes a restart. */
  public static NatsClusterSpec metadata(NatsClusterSpec spec, String word) {
    ServerSpec server = spec.server();
    return with(
        spec,
        core(spec),
        spec.nodes(),
        new ServerSpec(
            server.maxPayload(),
            server.lameDuckDuration(),
            Map.of("server_metadata", Map.of("simulation", word))));
  }

  /** The same as an operator reads it that does not know {@code spec.server} yet. */
  static NatsClusterSpec withoutServer(NatsClusterSpec spec) {
    return with(spec, core(spec), spec.nodes(), ServerSpec.DEFAULTS);
  }

  /** The same, paused or not. */
  public static NatsClusterSpec paused(NatsClusterSpec spec, boolean paused) {
    return new NatsClusterSpec(
        spec.version(),
        paused,
        spec.deletionPolicy(),
        spec.region(),
        spec.core(),
        spec.nodes(),
        spec.server(),
        spec.registration());
  }

  /** The same, but this becomes of the fleet when the object is deleted. */
  public static NatsClusterSpec policy(NatsClusterSpec spec, DeletionPolicy policy) {
    return new NatsClusterSpec(
        spec.version(),
        spec.paused(),
        policy,
        spec.region(),
        spec.core(),
        spec.nodes(),
        spec.server(),
        spec.registration());
  }

  /** The pool of a specification that has one. */
  public static CorePool core(NatsClusterSpec spec) {
    CorePool core = spec.core();
    return core == null ? CorePool.DEFAULTS : core;
  }

  private static NatsClusterSpec with(
      NatsClusterSpec spec, CorePool core, NodeTemplate nodes, ServerSpec server) {
    return new NatsClusterSpec(
        spec.version(),
        spec.paused(),
        spec.deletionPolicy(),
        spec.region(),
        core,
        nodes,
        server,
        spec.registration());
  }
}
