package dev.natsfleet.registry.dynamodb;

import dev.natsfleet.registry.ClusterId;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/** The create requests of the tables: on-demand billing, tags, string keys, no index. */
final class TableSchema {

  /** Tag whose value is the owner of the cluster, or the mark of the one who released it. */
  static final String OWNER_TAG = "natsfleet:owner";

  private static final String CLUSTER_TAG = "natsfleet:cluster";

  private TableSchema() {}

  /** The table of the aws-nats contract: a text HASH key named {@code ip}. */
  static CreateTableRequest nodes(ClusterId cluster, String owner) {
    return design(cluster.nodesTable(), List.of("ip"), tags(cluster, owner));
  }

  static CreateTableRequest control(ClusterId cluster, String owner) {
    return design(cluster.controlTable(), List.of("pk", "sk"), tags(cluster, owner));
  }

  private static CreateTableRequest design(String name, List<String> key, List<Tag> tags) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(key.stream().map(TableSchema::text).toList())
        .keySchema(IntStream.range(0, key.size()).mapToObj(i -> part(key.get(i), i)).toList())
        .tags(tags)
        .build();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement part(String name, int position) {
    return KeySchemaElement.builder()
        .attributeName(name)
        .keyType(position == 0 ? KeyType.HASH : KeyType.RANGE)
        .build();
  }

  private static List<Tag> tags(ClusterId cluster, String owner) {
    return List.of(tag(OWNER_TAG, owner), tag(CLUSTER_TAG, cluster.toString()));
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }
}
