package dev.natsfleet.registry.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.Heartbeat;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeRegistry;
import dev.natsfleet.registry.NodeRegistry.HeartbeatResult;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.SampleRows;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Original aws-nats nodes and natsfleet nodes side by side in one table. */
@Tag("server")
class AwsNatsTest {

  private final ClusterId cluster = SharedDynamo.cluster();
  private final NodeRegistry registry = SharedDynamo.registry(cluster).node();
  private final OriginalAwsNats original =
      new OriginalAwsNats(SharedDynamo.CLIENT, cluster.nodesTable());
  private final NodeIdentity who = SampleRows.node("10.0.0.1", "i-1", "a");

  @Test
  void shouldBeSeenAliveByAnOriginalNode() {
    // Given
    Heartbeat first = SampleRows.heartbeat(who, 1);
    registry.register(first);
    original.put("10.0.0.2", first.time() - 5, "working", "");

    // Then
    assertThat(original.aliveAddresses(first.time() + 29)).containsExactly("10.0.0.1");
    assertThat(original.aliveAddresses(first.time())).containsExactly("10.0.0.1", "10.0.0.2");
  }

  @Test
  void shouldWriteTheFourAttributesAsTheOriginalDoes() {
    // When
    registry.register(SampleRows.heartbeat(who, 1));

    // Then
    assertThat(item())
        .containsEntry("ip", AttributeValue.fromS("10.0.0.1"))
        .containsEntry("time", AttributeValue.fromN("4000000001"))
        .containsEntry("status", AttributeValue.fromS("working"))
        .containsEntry("description", AttributeValue.fromS("in service"))
        .containsEntry("ttl", AttributeValue.fromN("4000604801"));
  }

  @Test
  void shouldReadWhatAnOriginalNodeWrote() {
    // When
    original.put("10.0.0.2", 1_456_000_000, "starting", "Waiting for gnatsd");

    // Then
    assertThat(registry.rows())
        .containsExactly(
            new NodeRow.Original("10.0.0.2", 1_456_000_000, "starting", "Waiting for gnatsd"));
  }

  @Test
  void shouldNoticeThatAnOriginalNodeWroteOverOrDeletedItsRow() {
    // Given
    registry.register(SampleRows.heartbeat(who, 1));
    original.put("10.0.0.1", 100, "starting", "");

    // When
    HeartbeatResult overwritten = registry.beat(SampleRows.heartbeat(who, 2));
    original.delete("10.0.0.1");
    HeartbeatResult deleted = registry.beat(SampleRows.heartbeat(who, 3));

    // Then
    assertThat(overwritten)
        .isEqualTo(
            new HeartbeatResult.Superseded(new NodeRow.Original("10.0.0.1", 100, "starting", "")));
    assertThat(deleted).isEqualTo(new HeartbeatResult.Superseded(null));
  }

  @Test
  void shouldTakeTheRowOfAnOriginalNodeAtItsAddress() {
    // Given
    original.put("10.0.0.1", 100, "working", "");

    // When
    NodeRow.Managed row = registry.register(SampleRows.heartbeat(who, 1));

    // Then
    assertThat(registry.rows()).containsExactly(row);
  }

  @Test
  void shouldLeaveAttributesOfOthersInItsRow() {
    // Given
    registry.register(SampleRows.heartbeat(who, 1));
    ConditionalUpdate mark =
        ConditionalUpdate.when("#boot = :boot", Map.of(":boot", AttributeValue.fromS("a")))
            .set(Map.of("rack", AttributeValue.fromS("r7")));
    table().update(NodeItem.key("10.0.0.1"), mark);

    // When
    registry.beat(SampleRows.heartbeat(who, 2));
    registry.register(SampleRows.heartbeat(SampleRows.node("10.0.0.1", "i-2", "b"), 1));

    // Then
    assertThat(item()).containsEntry("rack", AttributeValue.fromS("r7"));
  }

  private Map<String, AttributeValue> item() {
    return Objects.requireNonNull(table().get(NodeItem.key("10.0.0.1")).orElse(null));
  }

  private DynamoTable table() {
    return new DynamoTable(SharedDynamo.CLIENT, cluster.nodesTable());
  }
}
