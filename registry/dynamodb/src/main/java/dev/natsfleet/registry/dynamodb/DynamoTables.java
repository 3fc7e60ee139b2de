package dev.natsfleet.registry.dynamodb;

import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.ReleaseMark;
import dev.natsfleet.registry.Tables;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The two tables of one cluster, created and deleted for one owner. */
final class DynamoTables implements Tables {

  /**
   * States from the most to the least ready. A foreign or vanishing table comes last because
   * nothing may be built on it.
   */
  private static final List<State> READINESS =
      List.of(
          State.ACTIVE, State.CREATING, State.PARTIAL, State.ABSENT, State.DELETING, State.FOREIGN);

  private final OwnedTable nodes;
  private final OwnedTable control;
  private final TimeToLive timeToLive;

  DynamoTables(DynamoDbClient client, ClusterId cluster, String owner) {
    this.nodes = new OwnedTable(client, TableSchema.nodes(cluster, owner), owner);
    this.control = new OwnedTable(client, TableSchema.control(cluster, owner), owner);
    this.timeToLive = new TimeToLive(client, cluster.nodesTable());
  }

  @Override
  public State state() {
    State first = nodesState();
    State second = control.state();
    State worse = READINESS.indexOf(first) > READINESS.indexOf(second) ? first : second;
    return worse == State.ABSENT && first != second ? State.PARTIAL : worse;
  }

  @Override
  public Set<String> holders() {
    Set<String> holders = new TreeSet<>();
    nodes.holder().ifPresent(holders::add);
    control.holder().ifPresent(holders::add);
    return holders;
  }

  @Override
  public void create() {
    nodes.create();
    control.create();
    if (nodes.state() == State.ACTIVE) {
      timeToLive.enable();
    }
  }

  @Override
  public void release(ReleaseMark mark) {
    nodes.release(mark);
    control.release(mark);
  }

  @Override
  public void adopt(String holder) {
    nodes.adopt(holder);
    control.adopt(holder);
  }

  @Override
  public void delete() {
    nodes.delete();
    control.delete();
  }

  private State nodesState() {
    State state = nodes.state();
    return state == State.ACTIVE && !timeToLive.isEnabled() ? State.PARTIAL : state;
  }
}
