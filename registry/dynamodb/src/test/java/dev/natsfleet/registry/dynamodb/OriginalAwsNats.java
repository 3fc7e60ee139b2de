package dev.natsfleet.registry.dynamodb;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What an original aws-nats node does with the table: it writes whole items of four attributes,
 * scans, keeps the servers whose {@code time} is recent by its own clock, and deletes old ones.
 */
record OriginalAwsNats(DynamoDbClient client, String table) {

  void put(String ip, long time, String status, String description) {
    Map<String, AttributeValue> item =
        Map.of(
            "ip", AttributeValue.fromS(ip),
            "time", AttributeValue.fromN(Long.toString(time)),
            "status", AttributeValue.fromS(status),
            "description", AttributeValue.fromS(description));
    client.putItem(put -> put.tableName(table).item(item));
  }

  List<String> aliveAddresses(long now) {
    return client.scan(scan -> scan.tableName(table)).items().stream()
        .filter(item -> now - Long.parseLong(requireNonNull(item.get("time")).n()) < 30)
        .map(item -> requireNonNull(item.get("ip")).s())
        .sorted()
        .toList();
  }

  void delete(String ip) {
    client.deleteItem(
        delete -> delete.tableName(table).key(Map.of("ip", AttributeValue.fromS(ip))));
  }
}
