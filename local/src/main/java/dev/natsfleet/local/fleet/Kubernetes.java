package dev.natsfleet.local.fleet;

import dev.natsfleet.local.servers.KubeApiServer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The Kubernetes of a fleet: an API server of its own, or an existing one.
 *
 * @param kubeconfig kubeconfig for clients
 * @param own the fleet's own API server, null for an existing Kubernetes
 */
record Kubernetes(Path kubeconfig, @Nullable KubeApiServer own) implements AutoCloseable {

  /**
   * Starts an API server, or uses an existing Kubernetes.
   *
   * @param existing kubeconfig of an existing Kubernetes, or null
   */
  static Kubernetes start(@Nullable Path existing, Path directory) {
    if (existing != null) {
      return new Kubernetes(existing, null);
    }
    KubeApiServer server = KubeApiServer.start(directory);
    return new Kubernetes(server.kubeconfig(), server);
  }

  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
  }
}
