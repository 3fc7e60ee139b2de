package dev.natsfleet.operator.kubernetes;

import dev.natsfleet.crds.NatsCluster;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.port.Ports;
import dev.natsfleet.operator.reconcile.Clocks;
import dev.natsfleet.operator.reconcile.ClusterReconciliation;
import dev.natsfleet.operator.reconcile.IdlePoll;
import dev.natsfleet.operator.reconcile.RolloutPermit;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the operator remembers of each cluster from one pass to the next. */
final class ClusterReconciliations {

  private final String fleet;
  private final KubernetesClient client;
  private final PortsFactory ports;
  private final Clocks clocks;
  private final RolloutPermit permit;
  private final Map<ClusterRef, Entry> entries = new ConcurrentHashMap<>();

  ClusterReconciliations(String fleet, KubernetesClient client, PortsFactory ports, Clocks clocks) {
    this.fleet = fleet;
    this.client = client;
    this.ports = ports;
    this.clocks = clocks;
    this.permit = new RolloutPermit(clocks.nanos());
  }

  /**
   * One cluster.
   *
   * @param reconciliation makes the passes
   * @param idlePoll says whether one is due
   */
  record Entry(ClusterReconciliation reconciliation, IdlePoll idlePoll) {}

  /** What the object asks for. */
  DesiredCluster desired(NatsCluster object) {
    return ClusterRef.of(fleet, object).desired(object);
  }

  /** The cluster's entry; its ports are opened when it is first asked for. */
  Entry of(NatsCluster object) {
    String region = object.getSpec().region(); // the API lets nobody change it
    return entries.computeIfAbsent(ClusterRef.of(fleet, object), ref -> open(ref, region));
  }

  void forget(NatsCluster object) {
    ClusterRef cluster = ClusterRef.of(fleet, object);
    entries.remove(cluster);
    permit.release(cluster.id());
  }

  private Entry open(ClusterRef cluster, String region) {
    Ports opened =
        ports.open(
            new PortsFactory.Fleet(cluster.id(), cluster.owner(), region),
            new KubernetesEndpoints(client, cluster),
            new KubernetesEvents(client, cluster, clocks.wall()));
    return new Entry(
        new ClusterReconciliation(opened, clocks, permit),
        new IdlePoll(opened.groups(), clocks.nanos()));
  }
}
