package dev.natsfleet.local.view;

import io.fabric8.kubernetes.client.Config;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Describes for people which Kubernetes a fleet uses. */
public final class KubernetesDescription {

  private KubernetesDescription() {}

  /**
   * Describes the Kubernetes of a kubeconfig.
   *
   * @param kubeconfig null for the fleet's own API server
   */
  public static String of(@Nullable Path kubeconfig) {
    if (kubeconfig == null) {
      return "an API server of its own";
    }
    Config config = Config.fromKubeconfig(kubeconfig.toFile());
    return config.getMasterUrl() + ", the current context of " + kubeconfig;
  }
}
