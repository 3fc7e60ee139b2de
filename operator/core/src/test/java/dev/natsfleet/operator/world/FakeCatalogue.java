package dev.natsfleet.operator.world;

import dev.natsfleet.crds.NodeTemplate;
import dev.natsfleet.operator.port.Catalogue;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A Region with {@link World#ZONES}, images whose id begins with {@code ami-}, one group. */
final class FakeCatalogue implements Catalogue {

  @Override
  public Optional<String> image(NodeTemplate.Image image) {
    return Optional.ofNullable(image.id()).filter(id -> !id.equals("ami-missing"));
  }

  @Override
  public Map<String, String> zones(Collection<String> subnets) {
    Map<String, String> found = new HashMap<>(World.ZONES);
    found.keySet().retainAll(Set.copyOf(subnets));
    return found;
  }

  @Override
  public Set<String> securityGroups(Collection<String> ids) {
    Set<String> found = new TreeSet<>(ids);
    found.retainAll(Set.of("sg-1"));
    return found;
  }
}
