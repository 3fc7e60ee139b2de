package dev.natsfleet.operator.kubernetes;

import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import java.util.function.Supplier;

/** How the operator writes to Kubernetes: server-side apply, as one field manager. */
final class ServerSideApply {

  /** The operator's name in {@code managedFields} and in the label of its objects. */
  static final String MANAGER = "natsfleet";

  /** Says whose an object is, as the tag {@code natsfleet:owner} does in AWS. */
  static final String OWNER = "natsfleet.dev/owner";

  /** Takes fields over that somebody else wrote: what the operator declares, it owns. */
  static final PatchContext SERVER_SIDE =
      new PatchContext.Builder()
          .withPatchType(PatchType.SERVER_SIDE_APPLY)
          .withFieldManager(MANAGER)
          .withForce(true)
          .build();

  private ServerSideApply() {}

  /**
   * Metadata of an object that belongs to the cluster. It has no owner reference: the garbage
   * collector would delete it at the same time as the operator decides what becomes of the fleet,
   * and a fleet that serves on needs its Service. The operator's finalizer deletes it.
   */
  static ObjectMeta owned(ClusterRef cluster, String name, Map<String, String> labels) {
    return new ObjectMetaBuilder()
        .withName(name)
        .withNamespace(cluster.namespace())
        .withLabels(labels)
        .withAnnotations(Map.of(OWNER, cluster.owner()))
        .addToLabels(labels(cluster))
        .build();
  }

  /** The labels of every object that the operator makes for the cluster. */
  static Map<String, String> labels(ClusterRef cluster) {
    return Map.of(
        "app.kubernetes.io/managed-by", MANAGER, "app.kubernetes.io/instance", cluster.name());
  }

  /** Makes a call to the API server, and turns an error of it into a {@link PortException}. */
  static <T> T call(String what, Supplier<T> work) {
    try {
      return work.get();
    } catch (KubernetesClientException e) {
      throw new PortException(kind(e.getCode()), what + ": " + e.getMessage(), e);
    }
  }

  private static Kind kind(int code) {
    return switch (code) {
      case 401, 403 -> Kind.DENIED;
      case 404 -> Kind.NOT_FOUND;
      case 409 -> Kind.CONFLICT;
      case 400, 422 -> Kind.INVALID;
      case 429 -> Kind.THROTTLED;
      default -> Kind.UNAVAILABLE;
    };
  }
}
