package dev.natsfleet.registry.dynamodb;

import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.Heartbeat;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeRegistry;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.dynamodb.Table.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The registry as a node uses it: a heartbeat is one {@code UpdateItem} that returns the row. */
final class DynamoNodeRegistry implements NodeRegistry {

  /** Each pair of attempts fails only if the row changed hands between the two. */
  private static final int REGISTER_ROUNDS = 3;

  private final Table table;
  private final ControlReads control;

  DynamoNodeRegistry(Table table, ControlReads control) {
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
  public NodeRow.Fleet register(Heartbeat first) {
    Map<String, AttributeValue> key = NodeItem.key(first.who().ip());
    Change asNew = change("attribute_not_exists(#instance) OR #instance <> :instance", first);
    Change asSame = change("#instance = :instance", first);
    for (int round = 0; round < REGISTER_ROUNDS; round++) {
      if (table.update(key, asNew.remove("order")) instanceof Result.Done(var item)) {
        return NodeItem.fleet(item);
      }
      if (table.update(key, asSame) instanceof Result.Done(var item)) {
        return NodeItem.fleet(item);
      }
    }
    throw new PortException(
        PortException.Kind.CONFLICT,
        "UpdateItem on table " + table.name() + ": others write the row of " + first.who().ip());
  }

  @Override
  public Beat beat(Heartbeat next) {
    Change change = change("#boot = :boot AND #counter < :counter", next);
    return switch (table.update(NodeItem.key(next.who().ip()), change)) {
      case Result.Done(var item) -> new Beat.Written(NodeItem.fleet(item));
      case Result.Refused(var item) -> refused(item, next.who());
    };
  }

  @Override
  public List<NodeRow> rows() {
    return table.scan().stream().map(NodeItem::row).toList();
  }

  @Override
  public void leave(NodeIdentity who) {
    Change mine = Change.when("#boot = :boot", Map.of(":boot", Attributes.text(who.boot())));
    table.delete(NodeItem.key(who.ip()), mine);
  }

  /** A write that the client repeated may have met its own success: the row is then still ours. */
  private static Beat refused(Map<String, AttributeValue> item, NodeIdentity who) {
    if (item.isEmpty()) {
      return new Beat.Superseded(null);
    }
    return NodeItem.row(item) instanceof NodeRow.Fleet row
            && row.beat().who().boot().equals(who.boot())
        ? new Beat.Written(row)
        : new Beat.Superseded(NodeItem.row(item));
  }

  private static Change change(String condition, Heartbeat beat) {
    return Change.when(condition, Map.of()).set(NodeItem.attributes(beat));
  }
}
