package dev.natsfleet.operator.kubernetes;

import dev.natsfleet.operator.port.ServiceEndpoints;
import dev.natsfleet.registry.ReleaseMark;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@link ServiceEndpoints} as a headless Service without selector, named as the cluster, so that
 * {@code nats://<cluster>.<namespace>.svc:4222} resolves to every serving node, and EndpointSlices
 * beside it.
 */
final class KubernetesEndpoints implements ServiceEndpoints {

  private final KubernetesClient client;
  private final ClusterRef cluster;
  private final OwnedObjects objects;

  KubernetesEndpoints(KubernetesClient client, ClusterRef cluster) {
    this.client = client;
    this.cluster = cluster;
    this.objects = new OwnedObjects(client, cluster);
  }

  @Override
  public Published observe() {
    return ServerSideApply.call(
        "read Service and EndpointSlices of " + cluster.id(), () -> objects.read().published());
  }

  @Override
  public void apply(SortedSet<Endpoint> serving) {
    ServerSideApply.call(
        "apply Service and EndpointSlices of " + cluster.id(),
        () -> {
          ServiceObjects seen = objects.read();
          if (seen.canWriteService()) {
            applyService(seen.service());
          }
          Stream.of(SliceAddress.Type.values())
              .filter(seen::canWrite)
              .forEach(type -> applySlice(type, seen.slice(type), serving));
          return true;
        });
  }

  @Override
  public void takeOver(String holder) {
    ServerSideApply.call("take over what " + holder + " owns", () -> objects.takeOver(holder));
  }

  @Override
  public void release(ReleaseMark mark) {
    ServerSideApply.call(
        "release Service and EndpointSlices of " + cluster.id(), () -> objects.release(mark));
  }

  @Override
  public void delete() {
    ServerSideApply.call(
        "delete Service and EndpointSlices of " + cluster.id(), () -> objects.delete());
  }

  private void applyService(Optional<Service> seen) {
    Service wanted = ServiceManifest.service(cluster);
    if (seen.isPresent() && ServiceDrift.fields(seen.get(), wanted).isEmpty()) {
      return;
    }
    seen.ifPresent(there -> clear(there, wanted));
    client.resource(wanted).patch(ServerSideApply.SERVER_SIDE);
  }

  /**
   * Clears what applying would leave: fields that belong to whoever wrote them. The address of a
   * Service cannot be changed; such a Service is made anew.
   */
  private void clear(Service seen, Service wanted) {
    String address = Objects.requireNonNullElse(seen.getSpec().getClusterIP(), "");
    if (!address.isEmpty() && !address.equals(ServiceManifest.HEADLESS)) {
      client.resource(seen).delete();
      return;
    }
    Map<String, @Nullable Object> spec = new HashMap<>();
    spec.put("type", wanted.getSpec().getType());
    spec.put("clusterIP", wanted.getSpec().getClusterIP());
    spec.put("externalName", null);
    spec.put("selector", null);
    spec.put("ports", wanted.getSpec().getPorts());
    Map<String, String> asRead = Map.of("resourceVersion", seen.getMetadata().getResourceVersion());
    client
        .resource(seen)
        .patch(OwnedObjects.MERGE, Serialization.asJson(Map.of("metadata", asRead, "spec", spec)));
  }

  private void applySlice(
      SliceAddress.Type type, Optional<EndpointSlice> seen, SortedSet<Endpoint> serving) {
    List<Endpoint> ofType =
        serving.stream().filter(e -> SliceAddress.Type.of(e.ip()) == type).toList();
    EndpointSlice wanted = ServiceManifest.slice(cluster, type, ofType);
    if (ofType.isEmpty() && type == SliceAddress.Type.FQDN) {
      seen.ifPresent(slice -> client.resource(slice).delete());
      return;
    }
    if (seen.isPresent() && isAsWanted(seen.get(), wanted)) {
      return;
    }
    seen.filter(slice -> !type.name().equals(slice.getAddressType()))
        .ifPresent(slice -> client.resource(slice).delete()); // a slice keeps its type for life
    client.resource(wanted).patch(ServerSideApply.SERVER_SIDE);
  }

  private static boolean isAsWanted(EndpointSlice seen, EndpointSlice wanted) {
    return ServiceDrift.fields(seen, wanted).isEmpty()
        && ServiceObjects.addresses(seen)
            .toList()
            .equals(ServiceObjects.addresses(wanted).toList());
  }
}
