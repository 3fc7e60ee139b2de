package dev.natsfleet.operator.kubernetes;

import dev.natsfleet.crds.NatsCluster;
import dev.natsfleet.crds.NatsClusterStatus;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Objects;

/** Writes status by server-side apply, from an object that holds nothing else, if it changed. */
final class StatusWriter {

  private final KubernetesClient client;

  StatusWriter(KubernetesClient client) {
    this.client = client;
  }

  /**
   * @param read the object as it was read
   */
  void write(NatsCluster read, NatsClusterStatus status) {
    if (!Objects.equals(read.getStatus(), status)) {
      NatsCluster fresh = new NatsCluster();
      fresh.setMetadata(
          new ObjectMetaBuilder()
              .withName(read.getMetadata().getName())
              .withNamespace(read.getMetadata().getNamespace())
              .build());
      fresh.setStatus(status);
      client.resource(fresh).subresource("status").patch(Applying.SERVER_SIDE);
    }
  }
}
