package dev.natsfleet.operator.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.port.ServiceEndpoints.Endpoint;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a pass costs the API server. */
class KubernetesEndpointsTest {

  private static final ClusterRef CLUSTER = new ClusterRef("fleet", "shop", "orders", "uid-1");
  private static final Endpoint NODE = new Endpoint("10.0.0.1", "zone-a");
  private static final String SLICES = "/apis/discovery.k8s.io/v1/namespaces/shop/endpointslices/";

  @Test
  void shouldReadServiceAndSlicesOnceInAPass() throws IOException {
    try (KubernetesApiStub api = KubernetesApiStub.of(CLUSTER, NODE)) {
      // When
      var seen = new KubernetesEndpoints(api.client(), CLUSTER).observe();

      // Then
      assertThat(seen.endpoints()).containsExactly(NODE);
      assertThat(api.calls())
          .containsExactlyInAnyOrder(
              "GET /api/v1/namespaces/shop/services/orders",
              "GET " + SLICES + "orders-ipv4",
              "GET " + SLICES + "orders-fqdn");
    }
  }

  @Test
  void shouldWriteNothingThatIsAsItShouldBe() throws IOException {
    try (KubernetesApiStub api = KubernetesApiStub.of(CLUSTER, NODE)) {
      // When
      new KubernetesEndpoints(api.client(), CLUSTER).apply(new TreeSet<>(List.of(NODE)));

      // Then
      assertThat(api.calls()).hasSize(3).allMatch(call -> call.startsWith("GET "));
    }
  }

  @Test
  void shouldWriteTheSliceAloneWhenAnAddressChanges() throws IOException {
    try (KubernetesApiStub api = KubernetesApiStub.of(CLUSTER, NODE)) {
      // When
      new KubernetesEndpoints(api.client(), CLUSTER)
          .apply(new TreeSet<>(List.of(NODE, new Endpoint("10.0.0.2", "zone-b"))));

      // Then
      assertThat(api.calls().stream().filter(call -> !call.startsWith("GET ")))
          .singleElement()
          .asString()
          .startsWith("PATCH " + SLICES + "orders-ipv4");
    }
  }
}
