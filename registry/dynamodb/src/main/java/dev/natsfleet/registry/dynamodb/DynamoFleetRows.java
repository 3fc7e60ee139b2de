package dev.natsfleet.registry.dynamodb;

import dev.natsfleet.registry.FleetRows;
import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.dynamodb.Table.Result;
import java.util.List;
import java.util.Map;

/** The nodes table as the operator uses it. */
final class DynamoFleetRows implements FleetRows {

  private final Table table;

  DynamoFleetRows(Table table) {
    this.table = table;
  }

  @Override
  public List<NodeRow> rows() {
    return table.scan().stream().map(NodeItem::row).toList();
  }

  @Override
  public boolean give(NodeIdentity to, Order order) {
    Change change =
        Change.when("#boot = :boot", Map.of(":boot", Attributes.text(to.boot())))
            .set(Map.of("order", Attributes.text(Json.write(order))));
    return table.update(NodeItem.key(to.ip()), change) instanceof Result.Done;
  }

  @Override
  public boolean forget(NodeRow asRead) {
    return switch (table.delete(NodeItem.key(asRead.ip()), unchanged(asRead))) {
      case Result.Done(_) -> true;
      case Result.Refused(var item) -> item.isEmpty();
    };
  }

  private static Change unchanged(NodeRow asRead) {
    return switch (asRead) {
      case NodeRow.Fleet(var beat, _) ->
          Change.when(
              "#boot = :boot AND #counter = :counter",
              Map.of(
                  ":boot", Attributes.text(beat.who().boot()),
                  ":counter", Attributes.number(beat.counter())));
      case NodeRow.Original row ->
          Change.when(
              "attribute_not_exists(#boot) AND #time = :time",
              Map.of(":time", Attributes.number(row.time())));
    };
  }
}
