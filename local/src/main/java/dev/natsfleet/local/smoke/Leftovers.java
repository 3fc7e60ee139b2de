package dev.natsfleet.local.smoke;

import dev.natsfleet.local.view.ClusterView;
import dev.natsfleet.registry.Tables;
import java.util.ArrayList;
import java.util.List;

/** What a deleted cluster has left behind; nothing, if all is well. */
public final class Leftovers {

  private Leftovers() {}

  /**
   * Looks everywhere.
   *
   * @param machines instance ids that the cluster had
   */
  public static List<String> of(ClusterView cluster, List<String> machines) {
    List<String> left = new ArrayList<>();
    cluster.kubernetes().object().ifPresent(object -> left.add("the object itself"));
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
