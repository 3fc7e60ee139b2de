package dev.natsfleet.registry.dynamodb;

import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.Tables.State;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** One table that is only touched if it carries the owner's tag. Thread safe. */
final class OwnedTable {

  private final DynamoDbClient client;
  private final CreateTableRequest design;
  private final String owner;

  /** Tables whose tag was read: AWS allows few such reads, and a table keeps its owner. */
  private final Set<String> ours = ConcurrentHashMap.newKeySet();

  OwnedTable(DynamoDbClient client, CreateTableRequest design, String owner) {
    this.client = client;
    this.design = design;
    this.owner = owner;
  }

  State state() {
    return describe().map(this::state).orElse(State.ABSENT);
  }

  void create() {
    if (state() == State.ABSENT) {
      named("CreateTable", this::createUnlessThere);
    }
  }

  /** Deletes the table if it can be deleted now and is ours. */
  void delete() {
    if (state() == State.ACTIVE) {
      named("DeleteTable", this::deleteIfThere);
    }
  }

  private State state(TableDescription table) {
    return switch (table.tableStatus()) {
      case CREATING -> State.CREATING;
      case DELETING -> State.DELETING;
      case ACTIVE, UPDATING -> isOurs(table) ? State.ACTIVE : State.FOREIGN;
      default ->
          throw new PortException(
              PortException.Kind.UNAVAILABLE,
              "table " + table.tableName() + " is " + table.tableStatusAsString());
    };
  }

  private boolean isOurs(TableDescription table) {
    String incarnation = table.tableArn() + " of " + table.creationDateTime();
    if (ours.contains(incarnation)) {
      return true;
    }
    boolean tagged = named("ListTagsOfResource", () -> tagged(table.tableArn()));
    if (tagged) {
      ours.add(incarnation);
    }
    return tagged;
  }

  private boolean tagged(String arn) {
    return client.listTagsOfResource(list -> list.resourceArn(arn)).tags().stream()
        .anyMatch(tag -> tag.key().equals(TableDesign.OWNER_TAG) && tag.value().equals(owner));
  }

  private Optional<TableDescription> describe() {
    return named("DescribeTable", this::describeIfThere);
  }

  private Optional<TableDescription> describeIfThere() {
    try {
      return Optional.of(client.describeTable(table -> table.tableName(name())).table());
    } catch (ResourceNotFoundException absent) {
      return Optional.empty();
    }
  }

  private boolean createUnlessThere() {
    try {
      client.createTable(design);
      return true;
    } catch (ResourceInUseException createdByAnother) {
      return false;
    }
  }

  private boolean deleteIfThere() {
    try {
      client.deleteTable(table -> table.tableName(name()));
      return true;
    } catch (ResourceNotFoundException alreadyGone) {
      return false;
    }
  }

  private <T> T named(String call, Supplier<T> action) {
    return DynamoErrors.named(call, name(), action);
  }

  private String name() {
    return design.tableName();
  }
}
