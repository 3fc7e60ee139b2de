package dev.natsfleet.operator.kubernetes;

import dev.natsfleet.crds.NatsCluster;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.observe.ObjectAnnotations;
import dev.natsfleet.registry.ClusterId;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import java.util.Objects;

/**
 * One NatsCluster object.
 *
 * @param fleet id of the fleet that the operator looks after
 * @param uid distinguishes it from an earlier object of the same name
 */
record ClusterRef(String fleet, String namespace, String name, String uid) {

  static final String API_VERSION = "natsfleet.dev/v1alpha1";
  static final String KIND = "NatsCluster";

  static ClusterRef of(String fleet, NatsCluster cluster) {
    ObjectMeta metadata = cluster.getMetadata();
    return new ClusterRef(fleet, metadata.getNamespace(), metadata.getName(), metadata.getUid());
  }

  /** What the object asks for. */
  DesiredCluster desired(NatsCluster cluster) {
    return new DesiredCluster(
        id(),
        owner(),
        cluster.getMetadata().getGeneration(),
        cluster.isMarkedForDeletion(),
        cluster.getSpec(),
        ObjectAnnotations.of(
            Objects.requireNonNullElse(cluster.getMetadata().getAnnotations(), Map.of())));
  }

  ClusterId id() {
    return new ClusterId(namespace, name);
  }

  /** The same for every object of this namespace and name in the fleet. */
  String owner() {
    return fleet + "/" + id();
  }
}
