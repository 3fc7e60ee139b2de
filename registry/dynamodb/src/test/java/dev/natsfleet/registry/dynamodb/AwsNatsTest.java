package dev.natsfleet.registry.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.Heartbeat;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeRegistry;
import dev.natsfleet.registry.NodeRegistry.Beat;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.Samples;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The original aws-nats and ours side by side in one table. */
class AwsNatsTest {

  private final ClusterId cluster = Lab.cluster();
  private final NodeRegistry registry = Lab.registry(cluster).node();
  private final AwsNats original = new AwsNats(Lab.CLIENT, cluster.nodesTable());
  private final NodeIdentity who = Samples.node("10.0.0.1", "i-1", "a");

  @Test
  void shouldBeSeenAliveByAnOriginalNode() {
    // Given
    Heartbeat first = Samples.heartbeat(who, 1);
    registry.register(first);
    original.put("10.0.0.2", first.time() - 5, "working", "");

    // Then
    assertThat(original.alive(first.time() + 29)).containsExactly("10.0.0.1");
    assertThat(original.alive(first.time())).containsExactly("10.0.0.1", "10.0.0.2");
  }

  @Test
  void shouldWriteTheFourAttributesAsTheOriginalDoes() {
    // When
    registry.register(Samples.heartbeat(who, 1));

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
    registry.register(Samples.heartbeat(who, 1));
    original.put("10.0.0.1", 100, "starting", "");

    // When
    Beat overwritten = registry.beat(Samples.heartbeat(who, 2));
    original.delete("10.0.0.1");
    Beat deleted = registry.beat(Samples.heartbeat(who, 3));

    // Then
    assertThat(overwritten)
        .isEqualTo(new Beat.Superseded(new NodeRow.Original("10.0.0.1", 100, "starting", "")));
    assertThat(deleted).isEqualTo(new Beat.Superseded(null));
  }

  @Test
  void shouldTakeTheRowOfAnOriginalNodeAtItsAddress() {
    // Given
    original.put("10.0.0.1", 100, "working", "");

    // When
    NodeRow.Fleet row = registry.register(Samples.heartbeat(who, 1));

    // Then
    assertThat(registry.rows()).containsExactly(row);
  }

  @Test
  void shouldLeaveAttributesOfOthersInItsRow() {
    // Given
    registry.register(Samples.heartbeat(who, 1));
    Change mark =
        Change.when("#boot = :boot", Map.of(":boot", AttributeValue.fromS("a")))
            .set(Map.of("rack", AttributeValue.fromS("r7")));
    table().update(NodeItem.key("10.0.0.1"), mark);

    // When
    registry.beat(Samples.heartbeat(who, 2));
    registry.register(Samples.heartbeat(Samples.node("10.0.0.1", "i-2", "b"), 1));

    // Then
    assertThat(item()).containsEntry("rack", AttributeValue.fromS("r7"));
  }

  private Map<String, AttributeValue> item() {
    return Objects.requireNonNull(table().get(NodeItem.key("10.0.0.1")).orElse(null));
  }

  private Table table() {
    return new Table(Lab.CLIENT, cluster.nodesTable());
  }
}
