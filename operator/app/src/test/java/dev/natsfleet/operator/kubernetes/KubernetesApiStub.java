package dev.natsfleet.operator.kubernetes;

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
import java.util.concurrent.LinkedBlockingQueue;

/** An API server that holds Service and slice of a cluster, changes nothing and counts calls. */
record KubernetesApiStub(
    HttpServer server, KubernetesClient client, LinkedBlockingQueue<String> calls)
    implements AutoCloseable {

  static KubernetesApiStub of(ClusterRef cluster, Endpoint node) throws IOException {
    Map<String, HasMetadata> objects =
        Map.of(
            "/api/v1/namespaces/shop/services/orders",
            ServiceManifest.service(cluster),
            "/apis/discovery.k8s.io/v1/namespaces/shop/endpointslices/orders-ipv4",
            ServiceManifest.slice(cluster, SliceAddress.Type.IPv4, List.of(node)));
    LinkedBlockingQueue<String> calls = new LinkedBlockingQueue<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, objects, calls));
    server.start();
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
            .build();
    return new KubernetesApiStub(
        server, new KubernetesClientBuilder().withConfig(config).build(), calls);
  }

  private static void answer(
      HttpExchange exchange, Map<String, HasMetadata> objects, LinkedBlockingQueue<String> calls)
      throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      exchange.getRequestBody().readAllBytes();
      calls.add(exchange.getRequestMethod() + " " + path);
      HasMetadata object = objects.get(path);
      byte[] body = Serialization.asJson(object).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(object == null ? 404 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    client.close();
    server.stop(0);
  }
}
