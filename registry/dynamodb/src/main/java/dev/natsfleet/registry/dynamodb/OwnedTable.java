package dev.natsfleet.registry.dynamodb;

import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.Released;
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

/** One table that is only touched if it carries the owner's tag. Thread safe. */
final class OwnedTable {

  private final DynamoDbClient client;
  private final CreateTableRequest design;
  private final ClusterId cluster;
  private final String owner;

  /** Tables whose tag was read: AWS allows few such reads, and a table keeps its owner. */
  private final Set<String> ours = ConcurrentHashMap.newKeySet();

  OwnedTable(DynamoDbClient client, CreateTableRequest design, ClusterId cluster, String owner) {
    this.client = client;
    this.design = design;
    this.cluster = cluster;
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

  /** Gives the table up, if it is ours. */
  void release(Released mark) {
    describe().filter(table -> state(table) == State.ACTIVE).ifPresent(t -> mark(t, mark));
  }

  private void mark(TableDescription table, Released mark) {
    tag(table, mark.toString());
    ours.clear();
  }

  /** Takes the table over, if an earlier owner of the same name gave it up. */
  void adopt() {
    describe()
        .filter(table -> state(table) == State.RELEASED)
        .ifPresent(table -> tag(table, owner));
  }

  private void tag(TableDescription table, String value) {
    named(
        "TagResource",
        () ->
            client.tagResource(
                tag ->
                    tag.resourceArn(table.tableArn())
                        .tags(Tag.builder().key(TableDesign.OWNER_TAG).value(value).build())));
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
    if (ours.contains(incarnation)) {
      return State.ACTIVE;
    }
    String tag = named("ListTagsOfResource", () -> ownerOf(table.tableArn()));
    if (tag.equals(owner)) {
      ours.add(incarnation);
      return State.ACTIVE;
    }
    return Released.marks(cluster, tag) ? State.RELEASED : State.FOREIGN;
  }

  private String ownerOf(String arn) {
    return client.listTagsOfResource(list -> list.resourceArn(arn)).tags().stream()
        .filter(tag -> tag.key().equals(TableDesign.OWNER_TAG))
        .map(Tag::value)
        .findFirst()
        .orElse("");
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
