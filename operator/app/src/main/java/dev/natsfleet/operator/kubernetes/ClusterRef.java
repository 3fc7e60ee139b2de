package dev.natsfleet.operator.kubernetes;

import dev.natsfleet.crds.NatsCluster;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.registry.ClusterId;
import java.util.Map;

/**
 * One NatsCluster object.
 *
 * @param uid distinguishes it from an earlier object of the same name
 */
record ClusterRef(String namespace, String name, String uid) {

  static final String API_VERSION = "natsfleet.dev/v1alpha1";
  static final String KIND = "NatsCluster";

  static ClusterRef of(NatsCluster cluster) {
    return new ClusterRef(
        cluster.getMetadata().getNamespace(),
        cluster.getMetadata().getName(),
        cluster.getMetadata().getUid());
  }

  /** What the object asks for. */
  static DesiredCluster desired(NatsCluster cluster) {
    ClusterRef ref = of(cluster);
    return new DesiredCluster(
        ref.id(),
        ref.uid(),
        cluster.getMetadata().getGeneration(),
        cluster.isMarkedForDeletion(),
        cluster.getSpec(),
        annotations(cluster).getOrDefault(DesiredCluster.ROLL_OUT, ""));
  }

  private static Map<String, String> annotations(NatsCluster cluster) {
    Map<String, String> annotations = cluster.getMetadata().getAnnotations();
    return annotations == null ? Map.of() : annotations;
  }

  ClusterId id() {
    return new ClusterId(namespace, name);
  }
}
