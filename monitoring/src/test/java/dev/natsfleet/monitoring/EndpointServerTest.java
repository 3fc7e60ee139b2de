package dev.natsfleet.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndpointServerTest {

  private final HttpClient http = HttpClient.newHttpClient();
  private volatile boolean answers = true;
  private EndpointServer server;

  @BeforeEach
  void start() throws IOException {
    Endpoints endpoints =
        Endpoints.of(
            this::status,
            EndpointServerTest::metrics,
            Json.Whole::new,
            n -> n > 3 ? Response.ok("ok\n") : Response.unavailable("only " + n + "\n"));
    server =
        EndpointServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), endpoints);
  }

  @AfterEach
  void stop() {
    server.close();
    http.close();
  }

  @Test
  void shouldServeEachFormatWithItsContentType() throws Exception {
    assertThat(get("/status")).isEqualTo(new Response(200, "application/json", "3\n"));
    assertThat(get("/metrics"))
        .isEqualTo(
            new Response(
                200,
                "text/plain; version=0.0.4; charset=utf-8",
                """
                # HELP disks_total Disks ever seen.
                # TYPE disks_total counter
                disks_total{host="a"} 3.0
                # HELP load Load.
                # TYPE load gauge
                load{host="a"} 1.5
                """));
    assertThat(get("/healthz")).isEqualTo(new Response(503, "text/plain", "only 3\n"));
  }

  @Test
  void shouldSayThatTheProgramDoesNotAnswer() throws Exception {
    answers = false;

    assertThat(get("/healthz"))
        .isEqualTo(new Response(503, "text/plain", "the program does not answer\n"));
  }

  @Test
  void shouldKnowNoOtherPath() throws Exception {
    assertThat(get("/").status()).isEqualTo(404);
  }

  private Long status() throws TimeoutException {
    if (!answers) {
      throw new TimeoutException();
    }
    return 3L;
  }

  private static MetricSnapshots metrics(long disks) {
    MetricSnapshots.Builder metrics = MetricSnapshots.builder();
    new MetricFamily<>(metrics, "", List.of("a"), host -> Labels.of("host", host))
        .gauge("load", "Load.", host -> 1.5)
        .counter("disks", "Disks ever seen.", host -> disks);
    return metrics.build();
  }

  private Response get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    HttpResponse<String> response =
        http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    return new Response(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.body());
  }
}
