package dev.natsfleet.operator.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;

/** What EKS Pod Identity gives a pod: the URL of an agent, and a token in a file for it. */
class AwsPodIdentityTest {

  private static final String ANSWER =
      """
      {"AccessKeyId": "key-of-the-pod", "SecretAccessKey": "secret", "Token": "session",
       "Expiration": "2999-01-01T00:00:00Z"}
      """;

  @TempDir Path directory;

  private final BlockingQueue<String> authorizations = new ArrayBlockingQueue<>(10);
  private HttpServer agent;

  @BeforeEach
  void startAgent() throws IOException {
    Path token = Files.writeString(directory.resolve("eks-pod-identity-token"), "token-of-the-pod");
    agent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    agent.createContext("/v1/credentials", this::answer);
    agent.start();
    System.setProperty(
        "aws.containerCredentialsFullUri",
        "http://127.0.0.1:" + agent.getAddress().getPort() + "/v1/credentials");
    System.setProperty("aws.containerAuthorizationTokenFile", token.toString());
  }

  @AfterEach
  void stopAgent() {
    System.clearProperty("aws.containerCredentialsFullUri");
    System.clearProperty("aws.containerAuthorizationTokenFile");
    agent.stop(0);
  }

  @Test
  void shouldGetCredentialsForTheTokenOfAPod() {
    // When
    AwsCredentials credentials;
    try (ContainerCredentialsProvider provider = ContainerCredentialsProvider.builder().build()) {
      credentials = provider.resolveCredentials();
    }

    // Then
    assertThat(credentials.accessKeyId()).isEqualTo("key-of-the-pod");
    assertThat(authorizations).containsExactly("token-of-the-pod");
  }

  private void answer(HttpExchange exchange) throws IOException {
    authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }
}
