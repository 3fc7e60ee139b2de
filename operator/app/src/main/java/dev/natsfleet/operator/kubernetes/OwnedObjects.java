package dev.natsfleet.operator.kubernetes;

import dev.natsfleet.registry.ReleaseMark;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The Service and the EndpointSlices of a cluster. Their names are those that a user might have
 * given to things of his own, so each says whose it is, in an annotation.
 */
final class OwnedObjects {

  /** Changes the fields that it names and no others. */
  static final PatchContext MERGE =
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

  /** Reads each of them once. */
  ServiceObjects read() {
    Map<SliceAddress.Type, EndpointSlice> slices = new EnumMap<>(SliceAddress.Type.class);
    for (SliceAddress.Type type : SliceAddress.Type.values()) {
      Optional.ofNullable(slice(type).get()).ifPresent(slice -> slices.put(type, slice));
    }
    return new ServiceObjects(cluster, Optional.ofNullable(service().get()), slices);
  }

  /** Marks as ours what this holder owns. */
  boolean takeOver(String holder) {
    return mark(object -> ServiceObjects.holder(object).equals(holder), cluster.owner());
  }

  /** Marks what is ours as released. */
  boolean release(ReleaseMark mark) {
    return mark(object -> ServiceObjects.holder(object).equals(cluster.owner()), mark.toString());
  }

  /** Deletes what is ours. */
  boolean delete() {
    ServiceObjects seen = read();
    seen.all().filter(seen::isOurs).forEach(object -> client.resource(object).delete());
    return true;
  }

  private Resource<Service> service() {
    return client.services().inNamespace(cluster.namespace()).withName(cluster.name());
  }

  private Resource<EndpointSlice> slice(SliceAddress.Type type) {
    return client
        .discovery()
        .v1()
        .endpointSlices()
        .inNamespace(cluster.namespace())
        .withName(ServiceManifest.sliceName(cluster, type));
  }

  private boolean mark(Predicate<HasMetadata> which, String owner) {
    Map<String, Object> annotations = Map.of(ServerSideApply.OWNER, owner);
    String change = Serialization.asJson(Map.of("metadata", Map.of("annotations", annotations)));
    read().all().filter(which).forEach(object -> client.resource(object).patch(MERGE, change));
    return true;
  }
}
