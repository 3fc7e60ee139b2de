package dev.natsfleet.registry.dynamodb;

import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.ReleaseMark;
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
import software.amazon.awssdk.services.dynamodb.model.Tag;

/** A table that is changed only if it has the owner's tag. Thread safe. */
final class OwnedTable {

  private final DynamoDbClient client;
  private final CreateTableRequest design;
  private final String owner;

  /**
   * Tables whose owner tag was read and is ours. It is read once, because AWS allows few such
   * reads, and again before a table is given up: somebody may have taken it over meanwhile.
   */
  private final Set<String> ownedTables = ConcurrentHashMap.newKeySet();

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
      call("CreateTable", this::createIfAbsent);
    }
  }

  /** Deletes the table if it is active and has the owner's tag, which is read for it. */
  void delete() {
    ownedTables.clear();
    if (state() == State.ACTIVE) {
      call("DeleteTable", this::deleteIfPresent);
    }
  }

  /** Replaces the owner's tag by the mark, if the table has that tag, which is read for it. */
  void release(ReleaseMark mark) {
    ownedTables.clear();
    describe().filter(table -> state(table) == State.ACTIVE).ifPresent(t -> mark(t, mark));
  }

  private void mark(TableDescription table, ReleaseMark mark) {
    tag(table, mark.toString());
    ownedTables.clear();
  }

  /** The owner's tag of the table if it is another's; an empty string if it has none. */
  Optional<String> holder() {
    return describe().filter(table -> state(table) == State.FOREIGN).map(this::ownerOf);
  }

  /** Puts the owner's tag on the table if the tag has this value. */
  void adopt(String holder) {
    describe()
        .filter(table -> state(table) == State.FOREIGN && ownerOf(table).equals(holder))
        .ifPresent(table -> tag(table, owner));
  }

  private void tag(TableDescription table, String value) {
    call(
        "TagResource",
        () ->
            client.tagResource(
                tag ->
                    tag.resourceArn(table.tableArn())
                        .tags(Tag.builder().key(TableSchema.OWNER_TAG).value(value).build())));
  }

  private State state(TableDescription table) {
    return switch (table.tableStatus()) {
      case CREATING -> State.CREATING;
      case DELETING -> State.DELETING;
      case ACTIVE, UPDATING -> owned(table);
      default ->
          throw new PortException(
              PortException.Kind.UNAVAILABLE,
              "table " + table.tableName() + " is " + table.tableStatusAsString());
    };
  }

  private State owned(TableDescription table) {
    String incarnation = table.tableArn() + " of " + table.creationDateTime();
    if (ownedTables.contains(incarnation)) {
      return State.ACTIVE;
    }
    if (ownerOf(table).equals(owner)) {
      ownedTables.add(incarnation);
      return State.ACTIVE;
    }
    return State.FOREIGN;
  }

  private String ownerOf(TableDescription table) {
    return call(
        "ListTagsOfResource",
        () ->
            client.listTagsOfResource(list -> list.resourceArn(table.tableArn())).tags().stream()
                .filter(tag -> tag.key().equals(TableSchema.OWNER_TAG))
                .map(Tag::value)
                .findFirst()
                .orElse(""));
  }

  private Optional<TableDescription> describe() {
    return call("DescribeTable", this::findDescription);
  }

  private Optional<TableDescription> findDescription() {
    try {
      return Optional.of(client.describeTable(table -> table.tableName(name())).table());
    } catch (ResourceNotFoundException absent) {
      return Optional.empty();
    }
  }

  private boolean createIfAbsent() {
    try {
      client.createTable(design);
      return true;
    } catch (ResourceInUseException createdByAnother) {
      return false;
    }
  }

  private boolean deleteIfPresent() {
    try {
      client.deleteTable(table -> table.tableName(name()));
      return true;
    } catch (ResourceNotFoundException alreadyGone) {
      return false;
    }
  }

  private <T> T call(String call, Supplier<T> action) {
    return DynamoErrors.call(call, name(), action);
  }

  private String name() {
    return design.tableName();
  }
}
