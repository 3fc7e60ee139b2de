package dev.natsfleet.operator.port;

import dev.natsfleet.crds.NodeTemplate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What exists in the Region and can be named in a NatsCluster. Absence is a value, not an error; a
 * call that is denied, throttled or not answered is a {@link dev.natsfleet.registry.PortException}.
 * An adapter may remember answers for a minute.
 */
public interface RegionResources {

  /**
   * The AMI id: checked if an id is given, looked up if a parameter is given and then checked.
   * Empty if the parameter, or the image, does not exist or is not available.
   */
  Optional<String> image(NodeTemplate.Image image);

  /** Zone by subnet id, for those that exist. */
  Map<String, String> zones(Collection<String> subnets);

  /** Those that exist. */
  Set<String> securityGroups(Collection<String> ids);
}
