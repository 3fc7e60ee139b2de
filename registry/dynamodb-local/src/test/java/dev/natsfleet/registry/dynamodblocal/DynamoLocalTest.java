package dev.natsfleet.registry.dynamodblocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
class DynamoLocalTest {

  @Test
  void shouldListenOnItsOwnAddressAloneAndEndWithClose() throws Exception {
    // Given
    DynamoLocal dynamo = DynamoLocal.start("127.0.7.1", 0, null);
    int port = dynamo.endpoint().getPort();

    // Then
    try (dynamo) {
      assertThat(call(dynamo.endpoint(), "ListTables", "{}")).isEqualTo("{\"TableNames\":[]}");
      assertThatThrownBy(() -> connect("127.0.0.1", port)).isInstanceOf(IOException.class);
    }
    assertThat(dynamo.process().isAlive()).isFalse();
  }

  @Test
  void shouldKeepTablesAndTagsInItsDirectoryOverARestart(@TempDir Path directory) throws Exception {
    // Given
    String create =
        """
        {"TableName": "kept", "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "ip", "AttributeType": "S"}],
         "KeySchema": [{"AttributeName": "ip", "KeyType": "HASH"}],
         "Tags": [{"Key": "natsfleet:owner", "Value": "uid-1"}]}
        """;
    try (DynamoLocal first = DynamoLocal.start("127.0.0.1", 0, directory)) {
      call(first.endpoint(), "CreateTable", create);
    }

    // When
    try (DynamoLocal second = DynamoLocal.start("127.0.0.1", 0, directory)) {
      // Then
      assertThat(call(second.endpoint(), "ListTables", "{}")).contains("kept");
      String arn = "{\"ResourceArn\": \"arn:aws:dynamodb:ddblocal:000000000000:table/kept\"}";
      assertThat(call(second.endpoint(), "ListTagsOfResource", arn)).contains("uid-1");
    }
  }

  @Test
  void shouldSayWhyItDidNotStart() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThatThrownBy(() -> DynamoLocal.start("127.0.0.1", taken.getLocalPort(), null))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("Address already in use");
    }
  }

  private static void connect(String address, int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 1_000);
    }
  }

  private static String call(URI endpoint, String action, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("X-Amz-Target", "DynamoDB_20120810." + action)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=local/20260101/eu-west-1/dynamodb/aws4_request,"
                    + " SignedHeaders=host, Signature=0")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }
}
