package dev.natsfleet.registry.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.Heartbeat;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeRegistry.HeartbeatResult;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.SampleRows;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A write succeeds, its answer is lost, and the client repeats a write that has already happened.
 */
@Tag("server")
class LostAnswerTest {

  private final ClusterId cluster = SharedDynamo.cluster();
  private final DynamoRegistry direct = SharedDynamo.registry(cluster);
  private final NodeIdentity who = SampleRows.node("10.0.0.1", "i-1", "a");
  private final LossyProxy proxy;
  private final DynamoDbClient client;
  private final DynamoRegistry lossy;

  LostAnswerTest() throws IOException {
    proxy = new LossyProxy(SharedDynamo.DYNAMO.endpoint());
    client = SharedDynamo.client(proxy.endpoint(), Duration.ofSeconds(60));
    lossy = DynamoRegistry.open(client, cluster);
  }

  @BeforeEach
  void connectFirst() {
    lossy.node().rows();
  }

  @AfterEach
  void close() {
    assertThat(proxy.stillToLose()).as("an answer was lost").isZero();
    client.close();
    proxy.close();
  }

  @Test
  void shouldRegister() {
    // Given
    proxy.loseNextAnswer();

    // When
    NodeRow.Managed row = lossy.node().register(SampleRows.heartbeat(who, 1));

    // Then
    assertThat(direct.node().rows()).containsExactly(row);
  }

  @Test
  void shouldCountTheHeartbeatAsWritten() {
    // Given
    direct.node().register(SampleRows.heartbeat(who, 1));
    proxy.loseNextAnswer();

    // When
    Heartbeat next = SampleRows.heartbeat(who, 2);
    HeartbeatResult heartbeatResult = lossy.node().beat(next);

    // Then
    assertThat(heartbeatResult)
        .isEqualTo(new HeartbeatResult.Written(new NodeRow.Managed(next, null)));
  }

  @Test
  void shouldCountTheOrderAsGiven() {
    // Given
    direct.node().register(SampleRows.heartbeat(who, 1));
    proxy.loseNextAnswer();

    // When
    boolean given = lossy.nodeRows().putOrder(who, new Order.Drain("order-1", "scale-in"));

    // Then
    assertThat(given).isTrue();
  }

  @Test
  void shouldCountTheRowAsForgotten() {
    // Given
    NodeRow row = direct.node().register(SampleRows.heartbeat(who, 1));
    proxy.loseNextAnswer();

    // When
    boolean forgotten = lossy.nodeRows().delete(row);

    // Then
    assertThat(forgotten).isTrue();
    assertThat(direct.nodeRows().rows()).isEmpty();
  }
}
