package dev.natsfleet.operator.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.Condition;
import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.monitoring.EndpointServer;
import dev.natsfleet.registry.ClusterId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperatorEndpointsTest {

  private static final ClusterId ID = new ClusterId("demo", "orders");

  private final OperatorMetrics metrics = new OperatorMetrics();
  private final AtomicBoolean well = new AtomicBoolean(true);
  private final HttpClient http = HttpClient.newHttpClient();
  private EndpointServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        EndpointServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            OperatorEndpoints.of(metrics, well::get));
  }

  @AfterEach
  void stop() {
    server.close();
    http.close();
  }

  @Test
  void shouldShowWhatWasCounted() throws Exception {
    // Given
    metrics.pass("settled", Duration.ofMillis(120));
    metrics.call("EC2", "DescribeSubnets", "throttled");
    metrics.cluster(ID, status());
    metrics.leads(true);

    // When
    String text = get("/metrics").body();

    // Then
    assertThat(text)
        .contains("natsfleet_reconcile_seconds_bucket{result=\"settled\",le=\"0.25\"} 1")
        .contains(
            "natsfleet_aws_calls_total{operation=\"DescribeSubnets\",result=\"throttled\","
                + "service=\"EC2\"} 1.0")
        .contains("natsfleet_operator_leader 1.0")
        .contains("natsfleet_cluster_nodes{kind=\"ready\",name=\"orders\",namespace=\"demo\"} 2.0")
        .contains(
            "natsfleet_cluster_condition{name=\"orders\",namespace=\"demo\",type=\"Ready\"} -1.0");
  }

  @Test
  void shouldForgetAClusterThatIsGone() throws Exception {
    // Given
    metrics.cluster(ID, status());

    // When
    metrics.forget(ID, status());

    // Then
    assertThat(get("/metrics").body()).doesNotContain("orders");
  }

  @Test
  void shouldSayWhetherTheOperatorIsWell() throws Exception {
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
    assertThat(get("/readyz").statusCode()).isEqualTo(200);
    well.set(false);
    assertThat(get("/healthz").statusCode()).isEqualTo(503);
    assertThat(get("/readyz").statusCode()).isEqualTo(503);
    assertThat(get("/livez").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static NatsClusterStatus status() {
    return new NatsClusterStatus(
        1L,
        "Forming",
        "NodesLaunching",
        2,
        3,
        3,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(new Condition("Ready", "Unknown", 1, "2026-01-01T00:00:00Z", "Why", "because")));
  }
}
