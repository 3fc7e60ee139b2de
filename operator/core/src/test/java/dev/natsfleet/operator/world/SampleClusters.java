package dev.natsfleet.operator.world;

import dev.natsfleet.crds.CorePool;
import dev.natsfleet.crds.CorePool.CapacityOwner;
import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.crds.NodeTemplate;
import dev.natsfleet.crds.NodeTemplate.Image;
import dev.natsfleet.crds.RegistrationSpec;
import dev.natsfleet.crds.ServerSpec;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.observe.ObjectAnnotations;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.values.RecordSample;
import java.util.List;
import java.util.Map;

/** Sample specifications, each different from the first in one value. */
public final class SampleClusters {

  private SampleClusters() {}

  /** An ordinary cluster of this size. */
  public static DesiredCluster nodes(int desired) {
    return cluster(new CorePool(0, desired, 20, CapacityOwner.Operator), "ami-1", "1Mi");
  }

  /** An ordinary pool with these limits. */
  public static DesiredCluster pool(int min, int desired, int max, CapacityOwner owner) {
    return cluster(new CorePool(min, desired, max, owner), "ami-1", "1Mi");
  }

  /** Three nodes of an image. */
  public static DesiredCluster image(String image) {
    return cluster(new CorePool(0, 3, 20, CapacityOwner.Operator), image, "1Mi");
  }

  /** Three nodes with other settings. */
  public static DesiredCluster payload(String maxPayload) {
    return cluster(new CorePool(0, 3, 20, CapacityOwner.Operator), "ami-1", maxPayload);
  }

  /** An ordinary cluster with this pool, image and largest message. */
  public static DesiredCluster cluster(CorePool core, String image, String maxPayload) {
    return cluster(core, new Image(image, null), maxPayload);
  }

  private static DesiredCluster cluster(CorePool core, Image image, String maxPayload) {
    NodeTemplate nodes =
        new NodeTemplate(
            "c7g.large",
            image,
            List.of("subnet-a", "subnet-b", "subnet-c"),
            List.of("sg-1"),
            "natsfleet-node",
            Map.of("team", "payments"));
    return of(
        new NatsClusterSpec(
            "2.15.2",
            false,
            DeletionPolicy.Retain,
            "eu-west-1",
            core,
            nodes,
            RecordSample.copy(ServerSpec.DEFAULTS, Map.of("maxPayload", maxPayload)),
            new RegistrationSpec(10, 30, 300)),
        false);
  }

  /** The same, being deleted. */
  public static DesiredCluster deleted(DesiredCluster desired, DeletionPolicy policy) {
    return of(RecordSample.copy(desired.spec(), Map.of("deletionPolicy", policy)), true);
  }

  /** The same, paused. */
  public static DesiredCluster paused(DesiredCluster desired) {
    return of(RecordSample.copy(desired.spec(), Map.of("paused", true)), desired.deleting());
  }

  /** The same, as an object in another fleet wants it, which may take over from this owner. */
  public static DesiredCluster owned(DesiredCluster desired, String owner, String takeOver) {
    return new DesiredCluster(
        desired.id(),
        owner,
        desired.generation(),
        desired.deleting(),
        desired.spec(),
        new ObjectAnnotations(takeOver, false, ""));
  }

  /** The same, with the annotation that lets its nodes go. */
  public static DesiredCluster deletionAllowed(DesiredCluster desired) {
    return new DesiredCluster(
        desired.id(),
        desired.owner(),
        desired.generation(),
        desired.deleting(),
        desired.spec(),
        new ObjectAnnotations("", true, ""));
  }

  /** The same, with another version of nats-server. */
  public static DesiredCluster version(DesiredCluster desired, String version) {
    return of(RecordSample.copy(desired.spec(), Map.of("version", version)), desired.deleting());
  }

  /** The same, with so many nodes. */
  public static DesiredCluster sized(DesiredCluster desired, int nodes) {
    return of(RecordSample.copy(desired.spec(), Map.of("desired", nodes)), desired.deleting());
  }

  /** The same, with settings that nats-server does not know, which only the operator refuses. */
  public static DesiredCluster invalid(DesiredCluster desired) {
    Map<String, Object> config = Map.of("max_conections", 5);
    return of(RecordSample.copy(desired.spec(), Map.of("config", config)), desired.deleting());
  }

  /** The same, in a later version of the specification. */
  public static DesiredCluster again(DesiredCluster desired) {
    return new DesiredCluster(
        desired.id(),
        desired.owner(),
        desired.generation() + 1,
        desired.deleting(),
        desired.spec(),
        desired.annotations());
  }

  /** Three nodes of the image that a parameter names. */
  public static DesiredCluster parameter() {
    return cluster(
        new CorePool(0, 3, 20, CapacityOwner.Operator), new Image(null, "/images/nats"), "1Mi");
  }

  /** The same, with this value of the annotation that asks for a roll-out. */
  public static DesiredCluster rollOut(DesiredCluster desired, String value) {
    return new DesiredCluster(
        desired.id(),
        desired.owner(),
        desired.generation(),
        desired.deleting(),
        desired.spec(),
        new ObjectAnnotations("", false, value));
  }

  /** The same, in other subnets. */
  public static DesiredCluster subnets(DesiredCluster desired, String... subnets) {
    return of(
        RecordSample.copy(desired.spec(), Map.of("subnets", List.of(subnets))), desired.deleting());
  }

  private static DesiredCluster of(NatsClusterSpec spec, boolean deleting) {
    return new DesiredCluster(
        new ClusterId("shop", "orders"),
        FakeWorld.OWNER,
        1,
        deleting,
        spec,
        ObjectAnnotations.NONE);
  }
}
