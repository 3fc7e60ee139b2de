package dev.natsfleet.operator.observe;

import dev.natsfleet.crds.NodeTemplate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the resources that the specification names exist in the Region.
 *
 * @param image the AMI id that the specification resolves to; the one that a parameter named when
 *     the fleet's launch template was made for this specification
 * @param newerImage another AMI id that the parameter names now, if it does
 * @param zones zone by subnet id
 * @param securityGroups ids
 */
public record ResolvedReferences(
    Optional<String> image,
    Optional<String> newerImage,
    Map<String, String> zones,
    Set<String> securityGroups) {

  /** Nothing is known to exist. */
  public static final ResolvedReferences NONE =
      new ResolvedReferences(Optional.empty(), Optional.empty(), Map.of(), Set.of());

  public ResolvedReferences {
    zones = Map.copyOf(zones);
    securityGroups = Set.copyOf(securityGroups);
  }

  /** Whether image and security groups exist, from which the launch template is made. */
  public boolean hasTemplateOf(NodeTemplate nodes) {
    return image.isPresent() && securityGroups.containsAll(nodes.securityGroups());
  }

  /** Whether the subnets exist. */
  public boolean hasSubnetsOf(NodeTemplate nodes) {
    return zones.keySet().containsAll(nodes.subnets());
  }
}
