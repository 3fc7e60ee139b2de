package dev.natsfleet.registry.dynamodb;

import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.ControlRows;
import dev.natsfleet.registry.FleetRows;
import dev.natsfleet.registry.NodeRegistry;
import dev.natsfleet.registry.Tables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One cluster's registry, seen from each side. Thread safe. */
public final class DynamoRegistry {

  private final DynamoDbClient client;
  private final ClusterId cluster;

  private DynamoRegistry(DynamoDbClient client, ClusterId cluster) {
    this.client = client;
    this.cluster = cluster;
  }

  /** Opens the registry; nothing is called yet, and the client stays the caller's to close. */
  public static DynamoRegistry open(DynamoDbClient client, ClusterId cluster) {
    return new DynamoRegistry(client, cluster);
  }

  /** As a node uses it. */
  public NodeRegistry node() {
    return new DynamoNodeRegistry(nodesTable(), new ControlReads(controlTable()));
  }

  /** The nodes table as the operator uses it. */
  public FleetRows fleet() {
    return new DynamoFleetRows(nodesTable());
  }

  /** The control table as the operator uses it. */
  public ControlRows control() {
    return new DynamoControlRows(controlTable());
  }

  /**
   * The tables themselves.
   *
   * @param owner UID of the Kubernetes object that they are created for
   */
  public Tables tables(String owner) {
    return new DynamoTables(client, cluster, owner);
  }

  private Table nodesTable() {
    return new Table(client, cluster.nodesTable());
  }

  private Table controlTable() {
    return new Table(client, cluster.controlTable());
  }
}
