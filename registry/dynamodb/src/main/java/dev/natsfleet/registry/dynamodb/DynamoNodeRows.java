package dev.natsfleet.registry.dynamodb;

import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeRows;
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.dynamodb.DynamoTable.Result;
import java.util.List;
import java.util.Map;

/** The nodes table as the operator uses it. */
final class DynamoNodeRows implements NodeRows {

  private final DynamoTable table;

  DynamoNodeRows(DynamoTable table) {
    this.table = table;
  }

  @Override
  public List<NodeRow> rows() {
    return table.scan().stream().map(NodeItem::row).toList();
  }

  @Override
  public boolean putOrder(NodeIdentity to, Order order) {
    ConditionalUpdate conditionalUpdate =
        ConditionalUpdate.when("#boot = :boot", Map.of(":boot", Attributes.text(to.boot())))
            .set(Map.of("order", Attributes.text(JsonAttributes.write(order))));
    return table.update(NodeItem.key(to.ip()), conditionalUpdate) instanceof Result.Done;
  }

  @Override
  public boolean delete(NodeRow asRead) {
    return switch (table.delete(NodeItem.key(asRead.ip()), unchanged(asRead))) {
      case Result.Done(_) -> true;
      case Result.Refused(var item) -> item.isEmpty();
    };
  }

  private static ConditionalUpdate unchanged(NodeRow asRead) {
    return switch (asRead) {
      case NodeRow.Managed(var beat, _) ->
          ConditionalUpdate.when(
              "#boot = :boot AND #counter = :counter",
              Map.of(
                  ":boot", Attributes.text(beat.who().boot()),
                  ":counter", Attributes.number(beat.counter())));
      case NodeRow.Original row ->
          ConditionalUpdate.when(
              "attribute_not_exists(#boot) AND #time = :time",
              Map.of(":time", Attributes.number(row.time())));
    };
  }
}
