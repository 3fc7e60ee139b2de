package dev.natsfleet.registry.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.Heartbeat;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeRegistry.Beat;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.Samples;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A write was made, its answer was lost, the client makes it again and meets its own success. */
class LostAnswerTest {

  private final ClusterId cluster = Lab.cluster();
  private final DynamoRegistry direct = Lab.registry(cluster);
  private final NodeIdentity who = Samples.node("10.0.0.1", "i-1", "a");
  private final LossyProxy proxy;
  private final DynamoDbClient client;
  private final DynamoRegistry lossy;

  LostAnswerTest() throws IOException {
    proxy = new LossyProxy(Lab.DYNAMO.endpoint());
    client = Lab.client(proxy.endpoint(), Duration.ofSeconds(60));
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
    NodeRow.Fleet row = lossy.node().register(Samples.heartbeat(who, 1));

    // Then
    assertThat(direct.node().rows()).containsExactly(row);
  }

  @Test
  void shouldCountTheHeartbeatAsWritten() {
    // Given
    direct.node().register(Samples.heartbeat(who, 1));
    proxy.loseNextAnswer();

    // When
    Heartbeat next = Samples.heartbeat(who, 2);
    Beat beat = lossy.node().beat(next);

    // Then
    assertThat(beat).isEqualTo(new Beat.Written(new NodeRow.Fleet(next, null)));
  }

  @Test
  void shouldCountTheOrderAsGiven() {
    // Given
    direct.node().register(Samples.heartbeat(who, 1));
    proxy.loseNextAnswer();

    // When
    boolean given = lossy.fleet().give(who, new Order.Drain("order-1", "scale-in"));

    // Then
    assertThat(given).isTrue();
  }

  @Test
  void shouldCountTheRowAsForgotten() {
    // Given
    NodeRow row = direct.node().register(Samples.heartbeat(who, 1));
    proxy.loseNextAnswer();

    // When
    boolean forgotten = lossy.fleet().forget(row);

    // Then
    assertThat(forgotten).isTrue();
    assertThat(direct.fleet().rows()).isEmpty();
  }
}
