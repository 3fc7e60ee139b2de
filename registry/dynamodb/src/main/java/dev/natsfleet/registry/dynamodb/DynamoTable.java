package dev.natsfleet.registry.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Calls on the items of one table; failures become {@link dev.natsfleet.registry.PortException}s.
 *
 * @param client DynamoDB client; the caller closes it
 * @param name of the table
 */
record DynamoTable(DynamoDbClient client, String name) {

  /** The result of a conditional write. */
  sealed interface Result {

    /** Done; the item as it is now, empty after a deletion. */
    record Done(Map<String, AttributeValue> item) implements Result {}

    /** Not done; the item that failed the condition, empty if there was none. */
    record Refused(Map<String, AttributeValue> item) implements Result {}
  }

  /** All items, by a strongly consistent read of every page. */
  List<Map<String, AttributeValue>> scan() {
    return DynamoErrors.call(
        "Scan",
        name,
        () ->
            client.scanPaginator(scan -> scan.tableName(name).consistentRead(true)).items().stream()
                .toList());
  }

  /** All items of a partition in the order of their sort key, by strongly consistent reads. */
  List<Map<String, AttributeValue>> query(String partition) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(name)
            .consistentRead(true)
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(Map.of(":pk", Attributes.text(partition)))
            .build();
    return DynamoErrors.call(
        "Query", name, () -> client.queryPaginator(query).items().stream().toList());
  }

  /** One item, by a strongly consistent read. */
  Optional<Map<String, AttributeValue>> get(Map<String, AttributeValue> key) {
    return DynamoErrors.call(
        "GetItem",
        name,
        () ->
            Optional.of(client.getItem(get -> get.tableName(name).key(key).consistentRead(true)))
                .filter(answer -> answer.hasItem())
                .map(answer -> answer.item()));
  }

  /** Changes the attributes that the update names, and no others. */
  Result update(Map<String, AttributeValue> key, ConditionalUpdate conditionalUpdate) {
    UpdateItemRequest update =
        UpdateItemRequest.builder()
            .tableName(name)
            .key(key)
            .updateExpression(conditionalUpdate.update())
            .conditionExpression(conditionalUpdate.condition())
            .expressionAttributeNames(conditionalUpdate.names())
            .expressionAttributeValues(conditionalUpdate.values())
            .returnValues(ReturnValue.ALL_NEW)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return conditional("UpdateItem", () -> client.updateItem(update).attributes());
  }

  /** Removes an item if it meets the condition. */
  Result delete(Map<String, AttributeValue> key, ConditionalUpdate conditionalUpdate) {
    DeleteItemRequest delete =
        DeleteItemRequest.builder()
            .tableName(name)
            .key(key)
            .conditionExpression(conditionalUpdate.condition())
            .expressionAttributeNames(conditionalUpdate.names())
            .expressionAttributeValues(conditionalUpdate.values())
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return conditional("DeleteItem", () -> client.deleteItem(delete).attributes());
  }

  /** Removes an item if it exists. */
  void delete(Map<String, AttributeValue> key) {
    DynamoErrors.call(
        "DeleteItem", name, () -> client.deleteItem(delete -> delete.tableName(name).key(key)));
  }

  private Result conditional(String call, Supplier<Map<String, AttributeValue>> write) {
    return DynamoErrors.call(
        call,
        name,
        () -> {
          try {
            return new Result.Done(write.get());
          } catch (ConditionalCheckFailedException refused) {
            return new Result.Refused(refused.item());
          }
        });
  }
}
