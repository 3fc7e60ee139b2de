package dev.natsfleet.registry.dynamodb;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/**
 * The setting with which DynamoDB clears rows of the nodes table after their {@code ttl}, which may
 * take days.
 */
final class TimeToLive {

  private final DynamoDbClient client;
  private final String table;

  TimeToLive(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  boolean isEnabled() {
    TimeToLiveStatus status =
        DynamoErrors.call(
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
    if (!isEnabled()) {
      DynamoErrors.call("UpdateTimeToLive", table, this::update);
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
      if (isEnabled()) {
        return false;
      }
      throw refused;
    }
  }
}
