package dev.natsfleet.local.smoke;

import dev.natsfleet.local.servers.Await;
import dev.natsfleet.local.view.AwsInstance;
import dev.natsfleet.local.view.ClusterView;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An instance that replaced a terminated one.
 *
 * @param instance its id
 * @param runningToServing time from the cloud's state running to the operator's state SERVING
 */
record InstanceReplacement(String instance, Duration runningToServing) {

  /**
   * The ids of the present instances, to be read before the termination, because the replacement
   * may come soon.
   */
  static Set<String> instanceIds(ClusterView cluster) {
    return ids(cluster.aws().instances());
  }

  /**
   * Waits until the replacement of the terminated instance serves.
   *
   * @param before ids of the instances before the termination
   */
  static InstanceReplacement await(
      ClusterView cluster, String terminated, Set<String> before, Duration limit) {
    Await.until(
        "a replacement of " + terminated + " runs",
        () -> !newInstances(cluster, before).isEmpty(),
        limit,
        () -> "the instances are " + ids(cluster.aws().instances()));
    String replacement = newInstances(cluster, before).getFirst();
    Duration took =
        Await.until(
            replacement + " serves",
            () -> isServing(cluster, replacement),
            limit,
            () -> "the status is " + cluster.kubernetes().status());
    return new InstanceReplacement(replacement, took);
  }

  private static List<String> newInstances(ClusterView cluster, Set<String> before) {
    return ids(cluster.aws().running()).stream().filter(id -> !before.contains(id)).toList();
  }

  private static boolean isServing(ClusterView cluster, String instance) {
    return cluster.kubernetes().status().stream()
        .flatMap(status -> status.nodes().stream())
        .anyMatch(node -> node.instance().equals(instance) && node.state().equals("SERVING"));
  }

  private static Set<String> ids(List<AwsInstance> instances) {
    return instances.stream().map(AwsInstance::instanceId).collect(Collectors.toSet());
  }
}
