package dev.natsfleet.registry.dynamodb;

import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.Released;
import dev.natsfleet.registry.Tables;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The two tables of one cluster, created and deleted for one owner. */
final class DynamoTables implements Tables {

  /** From the readiest to the least: what is foreign or going away must not be built upon. */
  private static final List<State> READINESS =
      List.of(
          State.ACTIVE,
          State.CREATING,
          State.PARTIAL,
          State.ABSENT,
          State.RELEASED,
          State.DELETING,
          State.FOREIGN);

  private final OwnedTable nodes;
  private final OwnedTable control;
  private final Expiry expiry;

  DynamoTables(DynamoDbClient client, ClusterId cluster, String owner) {
    this.nodes = new OwnedTable(client, TableDesign.nodes(cluster, owner), cluster, owner);
    this.control = new OwnedTable(client, TableDesign.control(cluster, owner), cluster, owner);
    this.expiry = new Expiry(client, cluster.nodesTable());
  }

  @Override
  public State state() {
    State first = nodesState();
    State second = control.state();
    State worse = READINESS.indexOf(first) > READINESS.indexOf(second) ? first : second;
    return worse == State.ABSENT && first != second ? State.PARTIAL : worse;
  }

  @Override
  public void create() {
    nodes.create();
    control.create();
    if (nodes.state() == State.ACTIVE) {
      expiry.enable();
    }
  }

  @Override
  public void release(Released mark) {
    nodes.release(mark);
    control.release(mark);
  }

  @Override
  public void adopt() {
    nodes.adopt();
    control.adopt();
  }

  @Override
  public void delete() {
    nodes.delete();
    control.delete();
  }

  private State nodesState() {
    State state = nodes.state();
    return state == State.ACTIVE && !expiry.enabled() ? State.PARTIAL : state;
  }
}
