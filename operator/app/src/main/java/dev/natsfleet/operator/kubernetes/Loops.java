package dev.natsfleet.operator.kubernetes;

import dev.natsfleet.operator.loop.Clocks;
import dev.natsfleet.operator.loop.ClusterLoop;
import dev.natsfleet.operator.loop.Watch;
import dev.natsfleet.operator.port.Ports;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The loop of each cluster that the operator looks after, and the watch over its rest. */
final class Loops {

  private final KubernetesClient client;
  private final Fleets fleets;
  private final Clocks clocks;
  private final Map<ClusterRef, Kept> loops = new ConcurrentHashMap<>();

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
    return kept(cluster, region).loop();
  }

  /** The cluster's watch, likewise. */
  Watch watch(ClusterRef cluster, String region) {
    return kept(cluster, region).watch();
  }

  void forget(ClusterRef cluster) {
    loops.remove(cluster);
  }

  private Kept kept(ClusterRef cluster, String region) {
    return loops.computeIfAbsent(cluster, ref -> open(ref, region));
  }

  private Kept open(ClusterRef cluster, String region) {
    Fleets.Fleet fleet = new Fleets.Fleet(cluster.id(), cluster.uid(), region);
    Ports ports =
        fleets.open(
            fleet,
            new KubernetesEndpoints(client, cluster),
            new KubernetesEvents(client, cluster, clocks.wall()));
    return new Kept(new ClusterLoop(ports, clocks), new Watch(ports.groups(), clocks.nanos()));
  }

  private record Kept(ClusterLoop loop, Watch watch) {}
}
