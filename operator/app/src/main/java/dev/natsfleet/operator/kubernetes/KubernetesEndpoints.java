package dev.natsfleet.operator.kubernetes;

import dev.natsfleet.operator.port.ServiceEndpoints;
import dev.natsfleet.registry.ReleaseMark;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * {@link ServiceEndpoints} as a headless Service without selector, named as the cluster, so that
 * {@code nats://<cluster>.<namespace>.svc:4222} resolves to every serving node, and EndpointSlices
 * beside it.
 */
final class KubernetesEndpoints implements ServiceEndpoints {

  private static final int CLIENT_PORT = 4222;
  private static final String SERVICE_LABEL = "kubernetes.io/service-name";

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
    return ServerSideApply.call("read Service and EndpointSlices of " + cluster.id(), this::read);
  }

  @Override
  public void apply(SortedSet<Endpoint> serving) {
    ServerSideApply.call(
        "apply Service and EndpointSlices of " + cluster.id(),
        () -> {
          objects.requireOurs();
          client.resource(service()).patch(ServerSideApply.SERVER_SIDE);
          for (SliceAddress.Type type : SliceAddress.Type.values()) {
            apply(type, serving);
          }
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

  private Published read() {
    SortedSet<Endpoint> found = new TreeSet<>();
    if (objects.hasService()) {
      for (SliceAddress.Type type : SliceAddress.Type.values()) {
        EndpointSlice slice = objects.slice(type).get();
        if (slice != null && objects.isOurs(slice)) {
          endpoints(slice).forEach(e -> found.add(endpoint(e)));
        }
      }
    }
    return new Published(found, objects.others());
  }

  /** The API server gives back an empty list as null. */
  private static List<io.fabric8.kubernetes.api.model.discovery.v1.Endpoint> endpoints(
      EndpointSlice slice) {
    return Objects.requireNonNullElse(slice.getEndpoints(), List.of());
  }

  private void apply(SliceAddress.Type type, SortedSet<Endpoint> serving) {
    List<Endpoint> ofType =
        serving.stream().filter(e -> SliceAddress.Type.of(e.ip()) == type).toList();
    if (ofType.isEmpty() && type == SliceAddress.Type.FQDN) {
      objects.slice(type).delete();
    } else {
      client.resource(slice(type, ofType)).patch(ServerSideApply.SERVER_SIDE);
    }
  }

  private Service service() {
    return new ServiceBuilder()
        .withMetadata(ServerSideApply.owned(cluster, cluster.name(), Map.of()))
        .withNewSpec()
        .withClusterIP("None")
        .addNewPort()
        .withName("nats")
        .withPort(CLIENT_PORT)
        .withProtocol("TCP")
        .endPort()
        .endSpec()
        .build();
  }

  private EndpointSlice slice(SliceAddress.Type type, List<Endpoint> serving) {
    return new EndpointSliceBuilder()
        .withMetadata(
            ServerSideApply.owned(
                cluster, objects.sliceName(type), Map.of(SERVICE_LABEL, cluster.name())))
        .withAddressType(type.name())
        .addNewPort()
        .withName("nats")
        .withPort(CLIENT_PORT)
        .withProtocol("TCP")
        .endPort()
        .withEndpoints(serving.stream().map(KubernetesEndpoints::written).toList())
        .build();
  }

  private static io.fabric8.kubernetes.api.model.discovery.v1.Endpoint written(Endpoint node) {
    return new EndpointBuilder()
        .withAddresses(SliceAddress.write(node.ip()))
        .withZone(node.zone())
        .withNewConditions()
        .withReady(true)
        .endConditions()
        .build();
  }

  private static Endpoint endpoint(io.fabric8.kubernetes.api.model.discovery.v1.Endpoint written) {
    return new Endpoint(
        SliceAddress.read(written.getAddresses().getFirst()),
        written.getZone() == null ? "" : written.getZone());
  }
}
