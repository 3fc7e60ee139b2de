package dev.natsfleet.registry.dynamodb;

import static dev.natsfleet.registry.dynamodb.Attributes.number;
import static dev.natsfleet.registry.dynamodb.Attributes.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.natsfleet.registry.AwsNatsStatus;
import dev.natsfleet.registry.Heartbeat;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.Order;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A node's row as an item. {@code ip}, {@code time}, {@code status} and {@code description} are the
 * contract of aws-nats; an item without {@code boot} was written by an original aws-nats node.
 */
final class NodeItem {

  /** A row is cleared a week after its last heartbeat. Liveness does not depend on it. */
  private static final long TTL_SECONDS = Duration.ofDays(7).toSeconds();

  private NodeItem() {}

  static Map<String, AttributeValue> key(String ip) {
    return Map.of("ip", text(ip));
  }

  /** The attributes that a heartbeat sets; the order is not among them. */
  static Map<String, AttributeValue> attributes(Heartbeat beat) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("time", number(beat.time()));
    item.put("status", text(beat.status().name().toLowerCase(Locale.ROOT)));
    item.put("description", text(beat.description()));
    item.put("counter", number(beat.counter()));
    item.put("server", text(beat.who().server()));
    item.put("version", text(beat.software().server()));
    item.put("agent", text(beat.software().agent()));
    item.put("revision", text(beat.revision()));
    item.put("report", text(JsonAttributes.write(beat.report())));
    item.put("ttl", number(beat.time() + TTL_SECONDS));
    item.put("instance", text(beat.who().instance()));
    item.put("boot", text(beat.who().boot()));
    item.put("zone", text(beat.who().zone()));
    item.put("pool", text(beat.who().pool()));
    return item;
  }

  static NodeRow row(Map<String, AttributeValue> item) {
    return text(item, "boot").isEmpty() ? original(item) : managed(item);
  }

  /** The row of one of our agents; the item must have a {@code boot}. */
  static NodeRow.Managed managed(Map<String, AttributeValue> item) {
    Heartbeat beat =
        new Heartbeat(
            identity(item),
            number(item, "counter"),
            number(item, "time"),
            status(text(item, "status")),
            text(item, "description"),
            new Heartbeat.Software(text(item, "version"), text(item, "agent")),
            text(item, "revision"),
            report(text(item, "report")));
    return new NodeRow.Managed(beat, order(text(item, "order")));
  }

  private static NodeRow.Original original(Map<String, AttributeValue> item) {
    return new NodeRow.Original(
        text(item, "ip"), number(item, "time"), text(item, "status"), text(item, "description"));
  }

  private static NodeIdentity identity(Map<String, AttributeValue> item) {
    return new NodeIdentity(
        text(item, "ip"),
        text(item, "instance"),
        text(item, "boot"),
        text(item, "zone"),
        text(item, "pool"),
        text(item, "server"));
  }

  private static AwsNatsStatus status(String text) {
    try {
      return AwsNatsStatus.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      return AwsNatsStatus.ERROR;
    }
  }

  /** A report that cannot be read counts as DEGRADED, because the node's state is unknown. */
  private static NodeReport report(String json) {
    try {
      return JsonAttributes.read(json, NodeReport.class);
    } catch (JsonProcessingException unreadable) {
      String why = "the report cannot be read: " + unreadable.getOriginalMessage();
      return new NodeReport(NodeState.DEGRADED, why, -1, 0, -1, 0, "", null, "");
    }
  }

  /**
   * Returns null for an order that cannot be read or has no id, because no report could answer it.
   */
  private static @Nullable Order order(String json) {
    try {
      Order order = json.isEmpty() ? null : JsonAttributes.read(json, Order.class);
      return order == null || order.id().isEmpty() ? null : order;
    } catch (JsonProcessingException unknown) {
      return null;
    }
  }
}
