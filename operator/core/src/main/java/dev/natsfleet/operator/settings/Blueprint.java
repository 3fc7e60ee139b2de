package dev.natsfleet.operator.settings;

import dev.natsfleet.crds.CorePool;
import dev.natsfleet.crds.CorePool.CapacityOwner;
import dev.natsfleet.crds.NatsClusterSpec;
import dev.natsfleet.crds.NodeTemplate;
import dev.natsfleet.operator.port.GroupSpec;
import dev.natsfleet.operator.port.Hook;
import dev.natsfleet.operator.port.Hook.Result;
import dev.natsfleet.operator.port.Hook.Transition;
import dev.natsfleet.operator.port.Size;
import dev.natsfleet.operator.port.Template;
import dev.natsfleet.operator.port.TemplateSpec;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.NodeSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Everything of a cluster as it should be.
 *
 * @param settings what the nodes are given
 * @param template what the launch template is made from
 * @param templateHash fingerprint of that without the tags, for which no node is replaced
 * @param pool the core pool, as the user wrote it
 */
public record Blueprint(
    NodeSettings settings, TemplateSpec template, String templateHash, CorePool pool) {

  /** Held until the agent has joined the node to the mesh; a node that cannot is given back. */
  public static final Hook LAUNCH =
      new Hook("natsfleet-launch", Transition.LAUNCHING, 300, Result.ABANDON);

  /** Held until the agent has moved the clients away. */
  public static final Hook TERMINATE =
      new Hook("natsfleet-terminate", Transition.TERMINATING, 900, Result.CONTINUE);

  /** It launches first and terminates then, on its own; the planner chooses who goes. */
  private static final String AZ_REBALANCE = "AZRebalance";

  /**
   * Draws it.
   *
   * @param owner UID of the Kubernetes object
   * @param image the AMI id that the specification resolves to
   */
  public static Blueprint draw(ClusterId id, String owner, NatsClusterSpec spec, String image) {
    NodeTemplate nodes = spec.nodes();
    TemplateSpec template =
        new TemplateSpec(
            image,
            nodes.instanceType(),
            new TreeSet<>(nodes.securityGroups()),
            nodes.instanceProfile(),
            Tags.owned(id, owner, nodes.tags()));
    return new Blueprint(
        SettingsRendering.render(id, spec), template, fingerprint(template), SpecCheck.core(spec));
  }

  private static String fingerprint(TemplateSpec template) {
    return Fingerprint.of(
        CanonicalJson.write(
            Map.of(
                "image", template.image(),
                "instanceType", template.instanceType(),
                "securityGroups", template.securityGroups(),
                "instanceProfile", template.instanceProfile())));
  }

  /** Whether the planner decides on the desired capacity and on who goes. */
  public boolean ownsCapacity() {
    return pool.capacityOwner() == CapacityOwner.Operator;
  }

  /** The group as it should be, at its wanted size. */
  public GroupSpec group(NodeTemplate nodes, Template.Version version) {
    return group(nodes, version, size());
  }

  /** The group as it should be, but of this size. */
  public GroupSpec group(NodeTemplate nodes, Template.Version version, Size size) {
    return new GroupSpec(
        size,
        version.number(),
        new TreeSet<>(nodes.subnets()),
        List.of(LAUNCH, TERMINATE),
        Tags.with(template.tags(), version.hash()),
        ownsCapacity(),
        new TreeSet<>(ownsCapacity() ? List.of(AZ_REBALANCE) : List.of()));
  }

  /** The size the user wrote; an external owner starts from it, within the limits. */
  public Size size() {
    return new Size(pool.min(), Math.clamp(pool.desired(), pool.min(), pool.max()), pool.max());
  }
}
