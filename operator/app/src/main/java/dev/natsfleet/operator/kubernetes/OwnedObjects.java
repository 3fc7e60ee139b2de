package dev.natsfleet.operator.kubernetes;

import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import dev.natsfleet.registry.ReleaseMark;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Service and the EndpointSlices of a cluster. Their names are those that a user might have
 * given to things of his own, so each says whose it is, in an annotation.
 */
final class OwnedObjects {

  private static final PatchContext MERGE =
      new PatchContext.Builder()
          .withPatchType(PatchType.JSON_MERGE)
          .withFieldManager(ServerSideApply.MANAGER)
          .build();

  private final KubernetesClient client;
  private final ClusterRef cluster;

  OwnedObjects(KubernetesClient client, ClusterRef cluster) {
    this.client = client;
    this.cluster = cluster;
  }

  /** Whether there is a Service that is ours. */
  boolean hasService() {
    Service there = service().get();
    return there != null && isOurs(there);
  }

  /** Whether the object belongs to this NatsCluster. */
  boolean isOurs(HasMetadata object) {
    return holder(object).equals(cluster.owner());
  }

  /** Who owns what is there and not ours, by kind and name. */
  Map<String, String> others() {
    Map<String, String> others = new TreeMap<>();
    present()
        .filter(object -> !isOurs(object))
        .forEach(object -> others.put(description(object), holder(object)));
    return others;
  }

  /** Refuses to go on if something is there that is not ours. */
  void requireOurs() {
    Map<String, String> others = others();
    if (!others.isEmpty()) {
      throw new PortException(Kind.CONFLICT, "not ours: " + others.keySet());
    }
  }

  /** Marks as ours what this holder owns. */
  boolean takeOver(String holder) {
    return mark(object -> holder(object).equals(holder), cluster.owner());
  }

  /** Marks what is ours as released. */
  boolean release(ReleaseMark mark) {
    return mark(this::isOurs, mark.toString());
  }

  /** Deletes what is ours. */
  boolean delete() {
    present().filter(this::isOurs).forEach(object -> client.resource(object).delete());
    return true;
  }

  Resource<Service> service() {
    return client.services().inNamespace(cluster.namespace()).withName(cluster.name());
  }

  Resource<EndpointSlice> slice(SliceAddress.Type type) {
    return client
        .discovery()
        .v1()
        .endpointSlices()
        .inNamespace(cluster.namespace())
        .withName(sliceName(type));
  }

  String sliceName(SliceAddress.Type type) {
    return cluster.name() + "-" + type.name().toLowerCase(Locale.ROOT);
  }

  private boolean mark(Predicate<HasMetadata> which, String owner) {
    Map<String, Object> annotations = Map.of(ServerSideApply.OWNER, owner);
    String change = Serialization.asJson(Map.of("metadata", Map.of("annotations", annotations)));
    present().filter(which).forEach(object -> client.resource(object).patch(MERGE, change));
    return true;
  }

  private Stream<HasMetadata> present() {
    Stream<EndpointSlice> slices =
        Stream.of(SliceAddress.Type.values()).map(this::slice).map(Resource::get);
    return Stream.<@Nullable HasMetadata>concat(Stream.of(service()).map(Resource::get), slices)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull);
  }

  private static String holder(HasMetadata object) {
    return Objects.requireNonNullElse(
            object.getMetadata().getAnnotations(), Map.<String, String>of())
        .getOrDefault(ServerSideApply.OWNER, "");
  }

  private String description(HasMetadata object) {
    return object.getKind() + " " + cluster.namespace() + "/" + object.getMetadata().getName();
  }
}
