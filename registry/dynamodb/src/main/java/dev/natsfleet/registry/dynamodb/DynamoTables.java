package dev.natsfleet.registry.dynamodb;

import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.Tables;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The two tables of one cluster, created and deleted for one owner. */
final class DynamoTables implements Tables {

  /** From the readiest to the least: what is foreign or going away must not be built upon. */
  private static final List<State> READINESS =
      List.of(State.ACTIVE, State.CREATING, State.ABSENT, State.DELETING, State.FOREIGN);

  private final OwnedTable nodes;
  private final OwnedTable control;
  private final Expiry expiry;

  DynamoTables(DynamoDbClient client, ClusterId cluster, String owner) {
    this.nodes = new OwnedTable(client, TableDesign.nodes(cluster, owner), owner);
    this.control = new OwnedTable(client, TableDesign.control(cluster, owner), owner);
    this.expiry = new Expiry(client, cluster.nodesTable());
  }

  @Override
  public State state() {
    return Stream.of(nodesState(), control.state())
        .max(Comparator.comparingInt(READINESS::indexOf))
        .orElseThrow();
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
  public void delete() {
    nodes.delete();
    control.delete();
  }

  private State nodesState() {
    State state = nodes.state();
    return state == State.ACTIVE && !expiry.enabled() ? State.ABSENT : state;
  }
}
