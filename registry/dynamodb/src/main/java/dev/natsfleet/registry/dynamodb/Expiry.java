package dev.natsfleet.registry.dynamodb;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/**
 * Clears rows of the nodes table whose {@code ttl} is long past. Garbage only: it may take days.
 */
final class Expiry {

  private final DynamoDbClient client;
  private final String table;

  Expiry(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  boolean enabled() {
    TimeToLiveStatus status =
        DynamoErrors.named(
            "DescribeTimeToLive",
            table,
            () ->
                client
                    .describeTimeToLive(describe -> describe.tableName(table))
                    .timeToLiveDescription()
                    .timeToLiveStatus());
    return status == TimeToLiveStatus.ENABLED || status == TimeToLiveStatus.ENABLING;
  }

  void enable() {
    if (!enabled()) {
      DynamoErrors.named("UpdateTimeToLive", table, this::update);
    }
  }

  private boolean update() {
    try {
      client.updateTimeToLive(
          update ->
              update
                  .tableName(table)
                  .timeToLiveSpecification(ttl -> ttl.attributeName("ttl").enabled(true)));
      return true;
    } catch (DynamoDbException refused) {
      // Enabling twice is an error like any other: what counts is whether it is enabled.
      if (enabled()) {
        return false;
      }
      throw refused;
    }
  }
}
