package dev.natsfleet.simulation.cloud;

import dev.natsfleet.crds.NodeTemplate;
import dev.natsfleet.operator.port.RegionResources;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The operator's port to what exists in the Region; a person can take images away. */
public final class CloudRegionResources implements RegionResources {

  private final SimulatedCloud cloud;
  private final Supplier<String> parameter;
  private final Set<String> missing;

  /**
   * The resources of the catalogue.
   *
   * @param parameter the image that every parameter names, read at each call
   * @param missing ids that are not shown, read at each call
   */
  public CloudRegionResources(
      SimulatedCloud cloud, Supplier<String> parameter, Set<String> missing) {
    this.cloud = cloud;
    this.parameter = parameter;
    this.missing = missing;
  }

  @Override
  public Optional<String> image(NodeTemplate.Image image) {
    return Optional.of(image.id() == null ? parameter.get() : image.id())
        .filter(id -> cloud.catalogue().images().containsKey(id))
        .filter(id -> !missing.contains(id));
  }

  @Override
  public Map<String, String> zones(Collection<String> subnets) {
    Map<String, String> zones = new TreeMap<>();
    cloud.catalogue().subnets().stream()
        .filter(subnet -> subnets.contains(subnet.id()) && !missing.contains(subnet.id()))
        .forEach(subnet -> zones.put(subnet.id(), subnet.zone()));
    return zones;
  }

  @Override
  public Set<String> securityGroups(Collection<String> ids) {
    Set<String> found = new TreeSet<>(ids);
    found.retainAll(cloud.catalogue().securityGroups().keySet());
    found.removeAll(missing);
    return found;
  }
}
