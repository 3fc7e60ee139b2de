package dev.natsfleet.local.view;

import io.fabric8.kubernetes.client.Config;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Tells people which Kubernetes is going to hold the objects. */
public final class KubernetesInWords {

  private KubernetesInWords() {}

  /**
   * The Kubernetes of a kubeconfig.
   *
   * @param kubeconfig null for an API server of the fleet's own
   */
  public static String of(@Nullable Path kubeconfig) {
    if (kubeconfig == null) {
      return "an API server of its own";
    }
    Config config = Config.fromKubeconfig(kubeconfig.toFile());
    return config.getMasterUrl() + ", the current context of " + kubeconfig;
  }
}
