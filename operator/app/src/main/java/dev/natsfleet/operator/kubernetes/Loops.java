package dev.natsfleet.operator.kubernetes;

import dev.natsfleet.operator.loop.Clocks;
import dev.natsfleet.operator.loop.ClusterLoop;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The loop of each cluster that the operator looks after. */
final class Loops {

  private final KubernetesClient client;
  private final Fleets fleets;
  private final Clocks clocks;
  private final Map<ClusterRef, ClusterLoop> loops = new ConcurrentHashMap<>();

  Loops(KubernetesClient client, Fleets fleets, Clocks clocks) {
    this.client = client;
    this.fleets = fleets;
    this.clocks = clocks;
  }

  /**
   * The cluster's loop, opened when it is first asked for.
   *
   * @param region AWS Region; the API lets nobody change it
   */
  ClusterLoop of(ClusterRef cluster, String region) {
    return loops.computeIfAbsent(cluster, ref -> open(ref, region));
  }

  void forget(ClusterRef cluster) {
    loops.remove(cluster);
  }

  private ClusterLoop open(ClusterRef cluster, String region) {
    Fleets.Fleet fleet = new Fleets.Fleet(cluster.id(), cluster.uid(), region);
    return new ClusterLoop(
        fleets.open(
            fleet,
            new KubernetesEndpoints(client, cluster),
            new KubernetesEvents(client, cluster, clocks.wall())),
        clocks);
  }
}
