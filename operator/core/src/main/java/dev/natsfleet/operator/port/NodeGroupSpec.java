package dev.natsfleet.operator.port;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A group as it should be.
 *
 * @param size smallest, wanted and largest; wanted is never null in a create call
 * @param templateVersion version of the cluster's own launch template
 * @param subnets where instances are launched
 * @param hooks given in the create call, so that no instance is launched without them
 * @param tags all propagate at launch; the owner's tags are among them
 * @param protectedFromScaleIn whether new instances are protected from scale-in
 * @param suspended processes that do not run, in AWS's words
 */
public record NodeGroupSpec(
    GroupSize size,
    long templateVersion,
    SortedSet<String> subnets,
    List<LifecycleHook> hooks,
    SortedMap<String, String> tags,
    boolean protectedFromScaleIn,
    SortedSet<String> suspended) {

  public NodeGroupSpec {
    subnets = sorted(subnets);
    hooks = List.copyOf(hooks);
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(tags)));
    suspended = sorted(suspended);
  }

  private static SortedSet<String> sorted(Set<String> set) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(set));
  }
}
