package dev.natsfleet.operator.kubernetes;

import dev.natsfleet.operator.port.ServiceEndpoints.Endpoint;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Service and EndpointSlices of a cluster as they should be. */
final class ServiceManifest {

  static final String TYPE = "ClusterIP";

  /** The cluster address of a headless Service. */
  static final String HEADLESS = "None";

  private static final int CLIENT_PORT = 4222;
  private static final String PORT_NAME = "nats";
  private static final String PROTOCOL = "TCP";
  private static final String SERVICE_LABEL = "kubernetes.io/service-name";

  private ServiceManifest() {}

  static Service service(ClusterRef cluster) {
    return new ServiceBuilder()
        .withMetadata(ServerSideApply.owned(cluster, cluster.name(), Map.of()))
        .withNewSpec()
        .withType(TYPE)
        .withClusterIP(HEADLESS)
        .addNewPort()
        .withName(PORT_NAME)
        .withPort(CLIENT_PORT)
        .withProtocol(PROTOCOL)
        .endPort()
        .endSpec()
        .build();
  }

  static String sliceName(ClusterRef cluster, SliceAddress.Type type) {
    return cluster.name() + "-" + type.name().toLowerCase(Locale.ROOT);
  }

  /** A slice with exactly these addresses, which are of its type. */
  static EndpointSlice slice(ClusterRef cluster, SliceAddress.Type type, List<Endpoint> serving) {
    return new EndpointSliceBuilder()
        .withMetadata(
            ServerSideApply.owned(
                cluster, sliceName(cluster, type), Map.of(SERVICE_LABEL, cluster.name())))
        .withAddressType(type.name())
        .addNewPort()
        .withName(PORT_NAME)
        .withPort(CLIENT_PORT)
        .withProtocol(PROTOCOL)
        .endPort()
        .withEndpoints(serving.stream().map(ServiceManifest::endpoint).toList())
        .build();
  }

  private static io.fabric8.kubernetes.api.model.discovery.v1.Endpoint endpoint(Endpoint node) {
    return new EndpointBuilder()
        .withAddresses(SliceAddress.write(node.ip()))
        .withZone(node.zone())
        .withNewConditions()
        .withReady(true)
        .endConditions()
        .build();
  }
}
