package dev.natsfleet.registry.dynamodb;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An original aws-nats node at the table: it puts whole items of four attributes, scans, keeps the
 * servers whose {@code time} is young by its own clock, and deletes the old ones.
 */
record AwsNats(DynamoDbClient client, String table) {

  void put(String ip, long time, String status, String description) {
    Map<String, AttributeValue> item =
        Map.of(
            "ip", AttributeValue.fromS(ip),
            "time", AttributeValue.fromN(Long.toString(time)),
            "status", AttributeValue.fromS(status),
            "description", AttributeValue.fromS(description));
    client.putItem(put -> put.tableName(table).item(item));
  }

  List<String> alive(long now) {
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
