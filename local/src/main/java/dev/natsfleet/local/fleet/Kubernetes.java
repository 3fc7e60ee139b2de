package dev.natsfleet.local.fleet;

import dev.natsfleet.local.servers.KubeApiServer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The Kubernetes that holds the objects: an API server of the fleet's own, or somebody else's.
 *
 * @param kubeconfig by which clients find it
 * @param own null for somebody else's
 */
record Kubernetes(Path kubeconfig, @Nullable KubeApiServer own) implements AutoCloseable {

  /**
   * Starts an API server, or uses the one that is there.
   *
   * @param existing kubeconfig of one that is there, or null
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
