package dev.natsfleet.local.smoke;

import dev.natsfleet.local.view.ClusterView;
import dev.natsfleet.registry.Tables;
import java.util.ArrayList;
import java.util.List;

/** Finds what a deleted cluster has left behind in Kubernetes, in AWS and as processes. */
public final class RemainingResources {

  private RemainingResources() {}

  /**
   * The remaining resources, one line each; empty if all are gone.
   *
   * @param machines ids of the instances that the cluster had
   */
  public static List<String> of(ClusterView cluster, List<String> machines) {
    List<String> left = new ArrayList<>();
    cluster.kubernetes().object().ifPresent(object -> left.add("the NatsCluster object"));
    cluster.aws().group().ifPresent(group -> left.add("the Auto Scaling group"));
    cluster.aws().instances().forEach(instance -> left.add("instance " + instance.instanceId()));
    if (cluster.aws().templates() > 0) {
      left.add("launch template");
    }
    if (cluster.aws().tables() != Tables.State.ABSENT) {
      left.add("tables");
    }
    machines.forEach(
        machine ->
            cluster
                .machines()
                .processes(machine)
                .forEach(process -> left.add("process " + process.pid() + " of " + machine)));
    return left;
  }
}
