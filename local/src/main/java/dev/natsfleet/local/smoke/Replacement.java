package dev.natsfleet.local.smoke;

import dev.natsfleet.local.proc.Await;
import dev.natsfleet.local.view.AwsInstance;
import dev.natsfleet.local.view.ClusterView;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An instance that came for another one.
 *
 * @param instance its id
 * @param runningToServing from the cloud's word that it runs to the operator's that it serves
 */
record Replacement(String instance, Duration runningToServing) {

  /** Who is there, to be asked before the victim is ended: its replacement may come soon. */
  static Set<String> present(ClusterView cluster) {
    return ids(cluster.aws().instances());
  }

  /**
   * Waits until the victim's replacement serves.
   *
   * @param before who was there with the victim
   */
  static Replacement await(ClusterView cluster, String victim, Set<String> before, Duration limit) {
    Await.until(
        "a replacement of " + victim + " runs",
        () -> !newcomers(cluster, before).isEmpty(),
        limit,
        () -> "instances are " + ids(cluster.aws().instances()));
    String newcomer = newcomers(cluster, before).getFirst();
    Duration took =
        Await.until(
            newcomer + " serves",
            () -> serves(cluster, newcomer),
            limit,
            () -> "seen is " + cluster.kubernetes().status());
    return new Replacement(newcomer, took);
  }

  private static List<String> newcomers(ClusterView cluster, Set<String> before) {
    return ids(cluster.aws().running()).stream().filter(id -> !before.contains(id)).toList();
  }

  private static boolean serves(ClusterView cluster, String instance) {
    return cluster.kubernetes().status().stream()
        .flatMap(status -> status.nodes().stream())
        .anyMatch(node -> node.instance().equals(instance) && node.state().equals("SERVING"));
  }

  private static Set<String> ids(List<AwsInstance> instances) {
    return instances.stream().map(AwsInstance::instanceId).collect(Collectors.toSet());
  }
}
