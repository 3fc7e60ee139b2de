package dev.natsfleet.operator.kubernetes;

import dev.natsfleet.crds.NatsCluster;
import dev.natsfleet.crds.NatsClusterStatus;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes the status of one object in one pass, by server-side apply from an object that holds
 * nothing else, each time it changed: a plan first, and how things stand in the end.
 */
final class StatusWriter {
  private final KubernetesClient client;
  private final NatsCluster read;
  private @Nullable NatsClusterStatus newest;
  private boolean wrote;

  /**
   * @param read the object as it was read
   */
  StatusWriter(KubernetesClient client, NatsCluster read) {
    this.client = client;
    this.read = read;
    this.newest = read.getStatus();
  }

  void write(NatsClusterStatus status) {
    if (!Objects.equals(newest, status)) {
      NatsCluster fresh = new NatsCluster();
      fresh.setMetadata(
          new ObjectMetaBuilder()
              .withName(read.getMetadata().getName())
              .withNamespace(read.getMetadata().getNamespace())
              .build());
      fresh.setStatus(status);
      client.resource(fresh).subresource("status").patch(Applying.SERVER_SIDE);
      newest = status;
      wrote = true;
    }
  }

  /** Whether the object is another version than the one that was read. */
  boolean wrote() {
    return wrote;
  }
}
