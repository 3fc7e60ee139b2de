package dev.natsfleet.local.view;

import dev.natsfleet.local.fleet.LocalFleet;
import dev.natsfleet.registry.ClusterId;

/**
 * One cluster, seen in Kubernetes, in AWS and as processes.
 *
 * @param id its namespace and name
 * @param kubernetes its object in Kubernetes
 * @param aws its resources in AWS
 * @param machines its processes
 */
public record ClusterView(
    ClusterId id, KubernetesView kubernetes, AwsView aws, MachinesView machines)
    implements AutoCloseable {

  /** A cluster of a running fleet, whether or not it exists yet. */
  public static ClusterView of(LocalFleet fleet, ClusterId id) {
    return new ClusterView(
        id,
        new KubernetesView(fleet.kubectl().kubeconfig(), id),
        new AwsView(fleet.environment(), id),
        new MachinesView(fleet.cloud().instances()));
  }

  /** Whether it is ready with exactly this many nodes and has no other instance or row. */
  public boolean isSettledAt(int nodes) {
    return kubernetes.isSettledAt(nodes)
        && aws.instances().size() == nodes
        && aws.rows().size() == nodes;
  }

  /** Whether this many nodes report a route to each of the others. */
  public boolean isMeshed(int nodes) {
    return aws.rows().stream().filter(row -> row.beat().report().routesUp() == nodes - 1).count()
        == nodes;
  }

  @Override
  public void close() {
    kubernetes.close();
    aws.close();
  }
}
