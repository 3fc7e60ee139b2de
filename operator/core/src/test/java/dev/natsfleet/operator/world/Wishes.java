package dev.natsfleet.operator.world;

import dev.natsfleet.crds.CorePool;
import dev.natsfleet.crds.CorePool.CapacityOwner;
import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.crds.NodeTemplate;
import dev.natsfleet.crds.RegistrationSpec;
import dev.natsfleet.crds.ServerSpec;
import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.registry.ClusterId;
import java.util.List;
import java.util.Map;

/** What a user may want, one word different from the ordinary. */
public final class Wishes {

  private Wishes() {}

  /** An ordinary cluster of this size. */
  public static Wish nodes(int desired) {
    return wish(new CorePool(0, desired, 20, CapacityOwner.Operator), "ami-1", "1Mi");
  }

  /** An ordinary pool with these limits. */
  public static Wish pool(int min, int desired, int max, CapacityOwner owner) {
    return wish(new CorePool(min, desired, max, owner), "ami-1", "1Mi");
  }

  /** Three nodes of an image. */
  public static Wish image(String image) {
    return wish(new CorePool(0, 3, 20, CapacityOwner.Operator), image, "1Mi");
  }

  /** Three nodes with other settings. */
  public static Wish payload(String maxPayload) {
    return wish(new CorePool(0, 3, 20, CapacityOwner.Operator), "ami-1", maxPayload);
  }

  /** An ordinary cluster with this pool, image and largest message. */
  public static Wish wish(CorePool core, String image, String maxPayload) {
    NodeTemplate nodes =
        new NodeTemplate(
            "c7g.large",
            new NodeTemplate.Image(image, null),
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
            new ServerSpec(maxPayload, "2m", Map.of()),
            new RegistrationSpec(10, 30, 300)),
        false);
  }

  /** The same, being deleted. */
  public static Wish deleted(Wish wish, DeletionPolicy policy) {
    NatsClusterSpec s = wish.spec();
    return of(
        new NatsClusterSpec(
            s.version(),
            s.paused(),
            policy,
            s.region(),
            s.core(),
            s.nodes(),
            s.server(),
            s.registration()),
        true);
  }

  /** The same, paused. */
  public static Wish paused(Wish wish) {
    NatsClusterSpec s = wish.spec();
    return of(
        new NatsClusterSpec(
            s.version(),
            true,
            s.deletionPolicy(),
            s.region(),
            s.core(),
            s.nodes(),
            s.server(),
            s.registration()),
        wish.deleting());
  }

  /** The same, as a later object of the same name wants it. */
  public static Wish owned(Wish wish, String owner) {
    return new Wish(wish.id(), owner, wish.generation(), wish.deleting(), wish.spec());
  }

  /** The same, in a later version of the specification. */
  public static Wish again(Wish wish) {
    return new Wish(wish.id(), wish.owner(), wish.generation() + 1, wish.deleting(), wish.spec());
  }

  /** The same, in other subnets. */
  public static Wish subnets(Wish wish, String... subnets) {
    NatsClusterSpec s = wish.spec();
    NodeTemplate n = s.nodes();
    return of(
        new NatsClusterSpec(
            s.version(),
            s.paused(),
            s.deletionPolicy(),
            s.region(),
            s.core(),
            new NodeTemplate(
                n.instanceType(),
                n.image(),
                List.of(subnets),
                n.securityGroups(),
                n.instanceProfile(),
                n.tags()),
            s.server(),
            s.registration()),
        wish.deleting());
  }

  private static Wish of(NatsClusterSpec spec, boolean deleting) {
    return new Wish(new ClusterId("shop", "orders"), World.OWNER, 1, deleting, spec);
  }
}
