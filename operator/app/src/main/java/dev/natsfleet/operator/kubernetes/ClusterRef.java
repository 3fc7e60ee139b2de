package dev.natsfleet.operator.kubernetes;

import dev.natsfleet.crds.NatsCluster;
import dev.natsfleet.registry.ClusterId;

/**
 * One NatsCluster object.
 *
 * @param uid tells it from one of the same name before it
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

  ClusterId id() {
    return new ClusterId(namespace, name);
  }
}
