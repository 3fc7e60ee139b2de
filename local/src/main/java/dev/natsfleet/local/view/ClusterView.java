package dev.natsfleet.local.view;

import dev.natsfleet.local.fleet.LocalFleet;
import dev.natsfleet.registry.ClusterId;

/**
 * One cluster from every side.
 *
 * @param id its namespace and name
 * @param kubernetes its object
 * @param aws what it has in AWS
 * @param machines its processes
 */
public record ClusterView(
    ClusterId id, KubernetesView kubernetes, AwsView aws, MachinesView machines)
    implements AutoCloseable {

  /** A cluster of a running fleet, there or not. */
  public static ClusterView of(LocalFleet fleet, ClusterId id) {
    return new ClusterView(
        id,
        new KubernetesView(fleet.kubectl().kubeconfig(), id),
        new AwsView(fleet.environment(), id),
        new MachinesView(fleet.cloud().instances()));
  }

  /** Whether it is ready with exactly so many nodes, and has no instance and no row besides. */
  public boolean settledAt(int nodes) {
    return kubernetes.settledAt(nodes)
        && aws.instances().size() == nodes
        && aws.rows().size() == nodes;
  }

  /** Whether so many nodes report a route to each of the others. */
  public boolean meshed(int nodes) {
    return aws.rows().stream().filter(row -> row.beat().report().routesUp() == nodes - 1).count()
        == nodes;
  }

  @Override
  public void close() {
    kubernetes.close();
    aws.close();
  }
}
