package dev.natsfleet.operator.observe;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of the things that the specification names there is in the Region.
 *
 * @param image the AMI id that the specification resolves to
 * @param zones zone by subnet id
 * @param securityGroups ids
 */
public record Found(Optional<String> image, Map<String, String> zones, Set<String> securityGroups) {

  public Found {
    zones = Map.copyOf(zones);
    securityGroups = Set.copyOf(securityGroups);
  }
}
