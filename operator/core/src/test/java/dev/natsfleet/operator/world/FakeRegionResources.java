package dev.natsfleet.operator.world;

import dev.natsfleet.crds.NodeTemplate;
import dev.natsfleet.operator.port.RegionResources;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A Region with {@link FakeWorld#ZONES}, images whose id begins with {@code ami-}, one group. */
public final class FakeRegionResources implements RegionResources {

  /** Images, subnets and security groups that are not there, or no more. */
  public final Set<String> missing = new HashSet<>();

  /** The image that every parameter names, or null while there is no parameter. */
  public @Nullable String parameter;

  /** How every read fails, or null while they succeed. */
  public @Nullable RuntimeException readFailure;

  @Override
  public Optional<String> image(NodeTemplate.Image image) {
    admit();
    return Optional.ofNullable(image.id() == null ? parameter : image.id())
        .filter(id -> !id.equals("ami-missing") && !missing.contains(id));
  }

  @Override
  public Map<String, String> zones(Collection<String> subnets) {
    Map<String, String> found = new HashMap<>(FakeWorld.ZONES);
    found.keySet().retainAll(Set.copyOf(subnets));
    found.keySet().removeAll(missing);
    return found;
  }

  @Override
  public Set<String> securityGroups(Collection<String> ids) {
    Set<String> found = new TreeSet<>(ids);
    found.retainAll(Set.of("sg-1"));
    found.removeAll(missing);
    return found;
  }

  private void admit() {
    if (readFailure != null) {
      throw readFailure;
    }
  }
}
