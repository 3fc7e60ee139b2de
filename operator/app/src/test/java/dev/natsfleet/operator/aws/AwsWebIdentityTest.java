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
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;

/** What IRSA gives a pod: a token in a file, a role, and credentials from STS. */
class AwsWebIdentityTest {

  private static final String ANSWER =
      """
      <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
        <AssumeRoleWithWebIdentityResult>
          <Credentials>
            <AccessKeyId>key-of-the-role</AccessKeyId>
            <SecretAccessKey>secret</SecretAccessKey>
            <SessionToken>session</SessionToken>
            <Expiration>2999-01-01T00:00:00Z</Expiration>
          </Credentials>
        </AssumeRoleWithWebIdentityResult>
      </AssumeRoleWithWebIdentityResponse>
      """;

  @TempDir Path directory;

  private final BlockingQueue<String> asked = new ArrayBlockingQueue<>(10);
  private HttpServer sts;

  @BeforeEach
  void startSts() throws IOException {
    sts = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    sts.createContext("/", this::answer);
    sts.start();
    System.setProperty("aws.endpointUrlSts", "http://127.0.0.1:" + sts.getAddress().getPort());
    System.setProperty("aws.region", "eu-west-1");
  }

  @AfterEach
  void stopSts() {
    System.clearProperty("aws.endpointUrlSts");
    System.clearProperty("aws.region");
    sts.stop(0);
  }

  @Test
  void shouldGetCredentialsForTheTokenOfAServiceAccount() throws IOException {
    // Given
    Path token = Files.writeString(directory.resolve("token"), "a-service-account");
    try (WebIdentityTokenFileCredentialsProvider provider =
        WebIdentityTokenFileCredentialsProvider.builder()
            .webIdentityTokenFile(token)
            .roleArn("arn:aws:iam::123456789012:role/natsfleet")
            .roleSessionName("natsfleet")
            .build()) {
      // When
      AwsCredentials credentials = provider.resolveCredentials();

      // Then
      assertThat(credentials.accessKeyId()).isEqualTo("key-of-the-role");
      assertThat(asked.remove())
          .contains("AssumeRoleWithWebIdentity", "a-service-account", "role%2Fnatsfleet");
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "text/xml");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
