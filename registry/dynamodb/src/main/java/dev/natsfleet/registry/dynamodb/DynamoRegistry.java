package dev.natsfleet.registry.dynamodb;

import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.ControlTable;
import dev.natsfleet.registry.NodeRegistry;
import dev.natsfleet.registry.NodeRows;
import dev.natsfleet.registry.Tables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One cluster's registry, with one port for each user. Thread safe. */
public final class DynamoRegistry {

  private final DynamoDbClient client;
  private final ClusterId cluster;

  private DynamoRegistry(DynamoDbClient client, ClusterId cluster) {
    this.client = client;
    this.cluster = cluster;
  }

  /** Creates the ports without making a call; the caller still has to close the client. */
  public static DynamoRegistry open(DynamoDbClient client, ClusterId cluster) {
    return new DynamoRegistry(client, cluster);
  }

  /** The registry as a node uses it. */
  public NodeRegistry node() {
    return new DynamoNodeRegistry(nodesTable(), new ControlTableReader(controlTable()));
  }

  /** The nodes table as the operator uses it. */
  public NodeRows nodeRows() {
    return new DynamoNodeRows(nodesTable());
  }

  /** The control table as the operator uses it. */
  public ControlTable control() {
    return new DynamoControlTable(controlTable());
  }

  /**
   * The tables themselves.
   *
   * @param owner what the tag {@code natsfleet:owner} says
   */
  public Tables tables(String owner) {
    return new DynamoTables(client, cluster, owner);
  }

  private DynamoTable nodesTable() {
    return new DynamoTable(client, cluster.nodesTable());
  }

  private DynamoTable controlTable() {
    return new DynamoTable(client, cluster.controlTable());
  }
}
