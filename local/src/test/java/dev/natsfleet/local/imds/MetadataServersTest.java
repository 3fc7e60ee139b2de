package dev.natsfleet.local.imds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetadataServersTest {

  private static final Map<String, String> TEXTS = Map.of("meta-data/instance-id", "i-0one");

  private final HttpClient http = HttpClient.newHttpClient();
  private final MetadataServers servers = new MetadataServers(0);
  private final URI endpoint =
      servers.open("i-0one", "127.0.0.1", path -> Optional.ofNullable(TEXTS.get(path)));

  @AfterEach
  void close() {
    servers.close();
    http.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(endpoint.resolve(path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> token(String seconds) throws IOException, InterruptedException {
    return send(
        request("/latest/api/token")
            .PUT(HttpRequest.BodyPublishers.noBody())
            .header("X-aws-ec2-metadata-token-ttl-seconds", seconds));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).header("X-aws-ec2-metadata-token", token("60").body()));
  }

  @Test
  void shouldAnswerOnlyWithAToken() throws Exception {
    assertThat(send(request("/latest/meta-data/instance-id")).statusCode()).isEqualTo(401);
    assertThat(
            send(request("/latest/meta-data/instance-id")
                    .header("X-aws-ec2-metadata-token", "guessed"))
                .statusCode())
        .isEqualTo(401);
    assertThat(get("/latest/meta-data/instance-id").body()).isEqualTo("i-0one");
  }

  @Test
  void shouldRefuseATokenWithoutAProperLifetime() throws Exception {
    assertThat(token("0").statusCode()).isEqualTo(400);
    assertThat(token("21601").statusCode()).isEqualTo(400);
    assertThat(token("soon").statusCode()).isEqualTo(400);
    assertThat(token("21600").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldSayNotFoundForWhatIsNotThere() throws Exception {
    assertThat(get("/latest/meta-data/spot/instance-action").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldRefuseARequestThatCameThroughAProxy() throws Exception {
    assertThat(
            send(request("/latest/meta-data/instance-id").header("X-Forwarded-For", "127.0.0.9"))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void shouldBeGoneWithItsInstance() {
    // When
    servers.close("i-0one");

    // Then
    assertThatThrownBy(() -> token("60")).isInstanceOf(ConnectException.class);
  }
}
