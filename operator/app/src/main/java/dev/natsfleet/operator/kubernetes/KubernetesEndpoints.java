package dev.natsfleet.operator.kubernetes;

import dev.natsfleet.operator.port.ServiceEndpoints;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.List;
import java.util.Locale;
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

  KubernetesEndpoints(KubernetesClient client, ClusterRef cluster) {
    this.client = client;
    this.cluster = cluster;
  }

  @Override
  public SortedSet<Endpoint> observe() {
    return ServerSideApply.call("read EndpointSlices of " + cluster.id(), this::read);
  }

  @Override
  public void apply(SortedSet<Endpoint> serving) {
    ServerSideApply.call(
        "apply Service and EndpointSlices of " + cluster.id(),
        () -> {
          client.resource(service()).patch(ServerSideApply.SERVER_SIDE);
          for (SliceAddress.Type type : SliceAddress.Type.values()) {
            apply(type, serving);
          }
          return true;
        });
  }

  @Override
  public void delete() {
    ServerSideApply.call(
        "delete Service and EndpointSlices of " + cluster.id(),
        () -> {
          for (SliceAddress.Type type : SliceAddress.Type.values()) {
            slice(type).delete();
          }
          return client
              .services()
              .inNamespace(cluster.namespace())
              .withName(cluster.name())
              .delete();
        });
  }

  private SortedSet<Endpoint> read() {
    SortedSet<Endpoint> found = new TreeSet<>();
    boolean service =
        client.services().inNamespace(cluster.namespace()).withName(cluster.name()).get() != null;
    for (SliceAddress.Type type : SliceAddress.Type.values()) {
      EndpointSlice slice = slice(type).get();
      if (service && slice != null) {
        endpoints(slice).forEach(e -> found.add(endpoint(e)));
      }
    }
    return found;
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
      slice(type).delete();
    } else {
      client.resource(slice(type, ofType)).patch(ServerSideApply.SERVER_SIDE);
    }
  }

  private Resource<EndpointSlice> slice(SliceAddress.Type type) {
    return client
        .discovery()
        .v1()
        .endpointSlices()
        .inNamespace(cluster.namespace())
        .withName(sliceName(type));
  }

  private String sliceName(SliceAddress.Type type) {
    return cluster.name() + "-" + type.name().toLowerCase(Locale.ROOT);
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
            ServerSideApply.owned(cluster, sliceName(type), Map.of(SERVICE_LABEL, cluster.name())))
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
