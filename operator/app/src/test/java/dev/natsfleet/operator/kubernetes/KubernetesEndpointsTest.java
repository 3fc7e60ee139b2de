package dev.natsfleet.operator.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.natsfleet.operator.port.ServiceEndpoints.Endpoint;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a pass costs the API server. */
class KubernetesEndpointsTest {

  private static final ClusterRef CLUSTER = new ClusterRef("fleet", "shop", "orders", "uid-1");
  private static final Endpoint NODE = new Endpoint("10.0.0.1", "zone-a");
  private static final String SLICES = "/apis/discovery.k8s.io/v1/namespaces/shop/endpointslices/";
  private static final Map<String, HasMetadata> OBJECTS =
      Map.of(
          "/api/v1/namespaces/shop/services/orders",
          ServiceManifest.service(CLUSTER),
          SLICES + "orders-ipv4",
          ServiceManifest.slice(CLUSTER, SliceAddress.Type.IPv4, List.of(NODE)));

  private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
  private HttpServer api;

  @BeforeEach
  void startApi() throws IOException {
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext("/", this::answer);
    api.start();
  }

  @AfterEach
  void stopApi() {
    api.stop(0);
  }

  @Test
  void shouldReadServiceAndSlicesOnceInAPass() {
    try (KubernetesClient client = client()) {
      // When
      var seen = new KubernetesEndpoints(client, CLUSTER).observe();

      // Then
      assertThat(seen.endpoints()).containsExactly(NODE);
      assertThat(calls)
          .containsExactlyInAnyOrder(
              "GET /api/v1/namespaces/shop/services/orders",
              "GET " + SLICES + "orders-ipv4",
              "GET " + SLICES + "orders-fqdn");
    }
  }

  @Test
  void shouldWriteNothingThatIsAsItShouldBe() {
    try (KubernetesClient client = client()) {
      // When
      new KubernetesEndpoints(client, CLUSTER).apply(new TreeSet<>(List.of(NODE)));

      // Then
      assertThat(calls).hasSize(3).allMatch(call -> call.startsWith("GET "));
    }
  }

  @Test
  void shouldWriteTheSliceAloneWhenAnAddressChanges() {
    try (KubernetesClient client = client()) {
      // When
      new KubernetesEndpoints(client, CLUSTER)
          .apply(new TreeSet<>(List.of(NODE, new Endpoint("10.0.0.2", "zone-b"))));

      // Then
      assertThat(calls.stream().filter(call -> !call.startsWith("GET ")))
          .singleElement()
          .asString()
          .startsWith("PATCH " + SLICES + "orders-ipv4");
    }
  }

  private KubernetesClient client() {
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl("http://127.0.0.1:" + api.getAddress().getPort())
            .withRequestRetryBackoffLimit(0)
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      exchange.getRequestBody().readAllBytes();
      calls.add(exchange.getRequestMethod() + " " + path);
      HasMetadata object = OBJECTS.get(path);
      byte[] body =
          (object == null ? "{\"kind\":\"Status\",\"code\":404}" : Serialization.asJson(object))
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(object == null ? 404 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
