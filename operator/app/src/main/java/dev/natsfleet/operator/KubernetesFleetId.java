package dev.natsfleet.operator;

import dev.natsfleet.settings.SettingsException;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;

/** What the fleet is called in the owner of all that belongs to it. */
final class KubernetesFleetId {

  private static final String NAMESPACE = "kube-system";

  private KubernetesFleetId() {}

  /**
   * The id that the settings give, else the one that tells this Kubernetes cluster from all others.
   *
   * @throws SettingsException if neither is known
   */
  static String of(OperatorSettings settings, KubernetesClient client) throws SettingsException {
    return settings.fleetId().isEmpty() ? clusterId(client) : settings.fleetId();
  }

  private static String clusterId(KubernetesClient client) throws SettingsException {
    try {
      Namespace namespace = client.namespaces().withName(NAMESPACE).get();
      if (namespace != null) {
        return namespace.getMetadata().getUid();
      }
      throw unknown("it does not exist");
    } catch (KubernetesClientException e) {
      throw unknown(String.valueOf(e.getMessage()));
    }
  }

  private static SettingsException unknown(String why) {
    return new SettingsException(
        List.of(
            "%s is not set, and the UID of the namespace %s, which would stand for it, cannot be read (%s); set the variable, or allow the operator to get that namespace"
                .formatted(OperatorVariable.NATSFLEET_FLEET_ID, NAMESPACE, why)));
  }
}
