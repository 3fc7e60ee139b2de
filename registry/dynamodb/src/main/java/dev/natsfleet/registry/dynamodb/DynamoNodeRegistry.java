package dev.natsfleet.registry.dynamodb;

import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.Heartbeat;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeRegistry;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.dynamodb.DynamoTable.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The registry as a node uses it: a heartbeat is one {@code UpdateItem} that returns the row. */
final class DynamoNodeRegistry implements NodeRegistry {

  /** A round fails only if the row changed its owner between its two attempts. */
  private static final int REGISTER_ROUNDS = 3;

  private final DynamoTable table;
  private final ControlTableReader control;

  DynamoNodeRegistry(DynamoTable table, ControlTableReader control) {
    this.table = table;
    this.control = control;
  }

  @Override
  public Optional<ClusterRow> cluster() {
    return control.cluster();
  }

  @Override
  public Optional<NodeSettings> settings(String revision) {
    return control.settings(revision);
  }

  @Override
  public NodeRow.Managed register(Heartbeat first) {
    Map<String, AttributeValue> key = NodeItem.key(first.who().ip());
    ConditionalUpdate asNew =
        change("attribute_not_exists(#instance) OR #instance <> :instance", first);
    ConditionalUpdate asSame = change("#instance = :instance", first);
    for (int round = 0; round < REGISTER_ROUNDS; round++) {
      if (table.update(key, asNew.remove("order")) instanceof Result.Done(var item)) {
        return NodeItem.managed(item);
      }
      if (table.update(key, asSame) instanceof Result.Done(var item)) {
        return NodeItem.managed(item);
      }
    }
    throw new PortException(
        PortException.Kind.CONFLICT,
        "UpdateItem on table "
            + table.name()
            + ": other agents keep writing the row of "
            + first.who().ip());
  }

  @Override
  public HeartbeatResult beat(Heartbeat next) {
    ConditionalUpdate conditionalUpdate = change("#boot = :boot AND #counter < :counter", next);
    return switch (table.update(NodeItem.key(next.who().ip()), conditionalUpdate)) {
      case Result.Done(var item) -> new HeartbeatResult.Written(NodeItem.managed(item));
      case Result.Refused(var item) -> refused(item, next.who());
    };
  }

  @Override
  public List<NodeRow> rows() {
    return table.scan().stream().map(NodeItem::row).toList();
  }

  @Override
  public void leave(NodeIdentity who) {
    ConditionalUpdate mine =
        ConditionalUpdate.when("#boot = :boot", Map.of(":boot", Attributes.text(who.boot())));
    table.delete(NodeItem.key(who.ip()), mine);
  }

  /**
   * The client may have repeated a write that had succeeded; the row then still belongs to this
   * boot.
   */
  private static HeartbeatResult refused(Map<String, AttributeValue> item, NodeIdentity who) {
    if (item.isEmpty()) {
      return new HeartbeatResult.Superseded(null);
    }
    return NodeItem.row(item) instanceof NodeRow.Managed row
            && row.beat().who().boot().equals(who.boot())
        ? new HeartbeatResult.Written(row)
        : new HeartbeatResult.Superseded(NodeItem.row(item));
  }

  private static ConditionalUpdate change(String condition, Heartbeat beat) {
    return ConditionalUpdate.when(condition, Map.of()).set(NodeItem.attributes(beat));
  }
}
