package dev.natsfleet.operator.desired;

import dev.natsfleet.crds.CorePool;
import dev.natsfleet.crds.CorePool.CapacityOwner;
import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.crds.NodeTemplate;
import dev.natsfleet.operator.port.GroupSize;
import dev.natsfleet.operator.port.LaunchTemplate;
import dev.natsfleet.operator.port.LaunchTemplateSpec;
import dev.natsfleet.operator.port.LifecycleHook;
import dev.natsfleet.operator.port.LifecycleHook.LifecycleTransition;
import dev.natsfleet.operator.port.LifecycleHook.Result;
import dev.natsfleet.operator.port.NodeGroupSpec;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.NodeSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The resources of a cluster as they should be.
 *
 * @param settings of the nodes
 * @param template what the launch template is made from
 * @param templateHash hash of that without the tags, for whose sake no node is replaced
 * @param pin of the request that its image was resolved for, or an empty string
 * @param subnets where nodes are launched
 * @param pool the core pool, as the user wrote it
 * @param held whether template or subnets are those that the group has, since what the
 *     specification names cannot be found
 */
public record DesiredResources(
    NodeSettings settings,
    LaunchTemplateSpec template,
    String templateHash,
    String pin,
    SortedSet<String> subnets,
    CorePool pool,
    boolean held) {

  /** Held until the node serves; a node that never does is terminated. */
  public static final LifecycleHook LAUNCH =
      new LifecycleHook("natsfleet-launch", LifecycleTransition.LAUNCHING, 300, Result.ABANDON);

  /** Held until the agent has moved the clients to other nodes. */
  public static final LifecycleHook TERMINATE =
      new LifecycleHook(
          "natsfleet-terminate", LifecycleTransition.TERMINATING, 900, Result.CONTINUE);

  /** Suspended, because it terminates nodes on its own: the planner chooses which node goes. */
  private static final String AZ_REBALANCE = "AZRebalance";

  /**
   * Renders a specification without {@link SpecValidator#problems}.
   *
   * @param owner what the tag {@code natsfleet:owner} says
   * @param image the AMI id that the specification resolves to
   */
  public static DesiredResources render(
      ClusterId id, String owner, NatsClusterSpec spec, String image) {
    NodeTemplate nodes = spec.nodes();
    LaunchTemplateSpec template =
        new LaunchTemplateSpec(
            image,
            nodes.instanceType(),
            new TreeSet<>(nodes.securityGroups()),
            nodes.instanceProfile(),
            ResourceTags.owned(id, owner, nodes.tags()));
    return new DesiredResources(
        SettingsRenderer.render(id, spec),
        template,
        fingerprint(template),
        "",
        new TreeSet<>(nodes.subnets()),
        SpecValidator.core(spec),
        false);
  }

  /** The same, with an image that a parameter was resolved to for this pin. */
  public DesiredResources withPin(String request) {
    return new DesiredResources(settings, template, templateHash, request, subnets, pool, held);
  }

  /** The same, but launched from this version of the template. */
  public DesiredResources withTemplate(LaunchTemplate.Version version) {
    return new DesiredResources(
        settings, template, version.hash(), version.pin(), subnets, pool, true);
  }

  /** The same, but launched in these subnets. */
  public DesiredResources withSubnets(Set<String> present) {
    return new DesiredResources(
        settings, template, templateHash, pin, new TreeSet<>(present), pool, true);
  }

  /** Names what an instance is launched from; its tags alone are no reason to replace one. */
  static String fingerprint(LaunchTemplateSpec template) {
    return ShortHash.of(
        CanonicalJson.write(
            Map.of(
                "image", template.image(),
                "instanceType", template.instanceType(),
                "securityGroups", template.securityGroups(),
                "instanceProfile", template.instanceProfile())));
  }

  /** The version of the launch template that is wanted, with this number. */
  public LaunchTemplate.Version version(long number) {
    return new LaunchTemplate.Version(number, templateHash, pin, template.image());
  }

  /** Whether the planner decides on the desired capacity and on which node goes. */
  public boolean ownsCapacity() {
    return pool.capacityOwner() == CapacityOwner.Operator;
  }

  /** The group as it should be, at its wanted size. */
  public NodeGroupSpec group(LaunchTemplate.Version version) {
    return group(version, size());
  }

  /** The group as it should be, but of this size. */
  public NodeGroupSpec group(LaunchTemplate.Version version, GroupSize size) {
    return new NodeGroupSpec(
        size,
        version.number(),
        subnets,
        List.of(LAUNCH, TERMINATE),
        ResourceTags.with(template.tags(), version.hash()),
        ownsCapacity(),
        new TreeSet<>(ownsCapacity() ? List.of(AZ_REBALANCE) : List.of()));
  }

  /** The size the user wrote; an external owner starts from it, within the limits. */
  public GroupSize size() {
    return new GroupSize(
        pool.min(), Math.clamp(pool.desired(), pool.min(), pool.max()), pool.max());
  }
}
