package dev.natsfleet.registry.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.registry.NodeRegistry;
import dev.natsfleet.registry.PortException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Tag("server")
class UnreachableTest {

  @Test
  void shouldNameATableThatDoesNotExist() {
    // Given
    NodeRegistry registry = DynamoRegistry.open(SharedDynamo.CLIENT, SharedDynamo.cluster()).node();

    // Then
    assertThatThrownBy(registry::rows)
        .isInstanceOfSatisfying(PortException.class, e -> isKind(e, PortException.Kind.NOT_FOUND))
        .hasMessageContaining("Scan on table natsfleet.test.c");
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void shouldGiveUpOnAServiceThatTakesCallsAndNeverAnswers() throws Exception {
    // Given
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        DynamoDbClient client =
            SharedDynamo.client(
                URI.create("http://127.0.0.1:" + silent.getLocalPort()), DynamoClients.HEARTBEAT)) {
      NodeRegistry registry = DynamoRegistry.open(client, SharedDynamo.cluster()).node();

      // Then
      assertThatThrownBy(registry::cluster)
          .isInstanceOfSatisfying(
              PortException.class, e -> isKind(e, PortException.Kind.UNAVAILABLE));
    }
  }

  private static void isKind(PortException failure, PortException.Kind kind) {
    assertThat(failure.kind()).isEqualTo(kind);
  }
}
