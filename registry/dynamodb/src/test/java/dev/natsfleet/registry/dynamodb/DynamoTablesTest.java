package dev.natsfleet.registry.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.Tables;
import dev.natsfleet.registry.TablesContract;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;

@org.junit.jupiter.api.Tag("server")
class DynamoTablesTest implements TablesContract {

  private final ClusterId cluster = SharedDynamo.cluster();

  @Override
  public Tables tables(String owner) {
    return DynamoRegistry.open(SharedDynamo.CLIENT, cluster).tables(owner);
  }

  @Test
  void shouldMakeANodesTableThatAwsNatsUnderstands() {
    // When
    tables("uid-1").create();

    // Then
    TableDescription nodes = describe(cluster.nodesTable());
    assertThat(nodes.keySchema())
        .singleElement()
        .hasToString("KeySchemaElement(AttributeName=ip, KeyType=HASH)");
    assertThat(nodes.attributeDefinitions())
        .singleElement()
        .hasToString("AttributeDefinition(AttributeName=ip, AttributeType=S)");
    assertThat(nodes.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
  }

  @Test
  void shouldTagBothTablesWithOwnerAndCluster() {
    // When
    tables("uid-1").create();

    // Then
    for (String table : List.of(cluster.nodesTable(), cluster.controlTable())) {
      String arn = describe(table).tableArn();
      assertThat(SharedDynamo.CLIENT.listTagsOfResource(list -> list.resourceArn(arn)).tags())
          .containsExactlyInAnyOrder(
              tag("natsfleet:owner", "uid-1"), tag("natsfleet:cluster", cluster.toString()));
    }
  }

  @Test
  void shouldCallATableWithoutAnyTagForeign() {
    // Given
    SharedDynamo.CLIENT.createTable(
        TableSchema.nodes(cluster, "uid-1").copy(table -> table.tags(List.of())));

    // When
    tables("uid-1").create();
    tables("uid-1").delete();

    // Then
    assertThat(tables("uid-1").state()).isEqualTo(Tables.State.FOREIGN);
    assertThat(describe(cluster.nodesTable()).tableName()).isEqualTo(cluster.nodesTable());
  }

  @Test
  void shouldEnableExpiryOfATableThatWasCreatedWithoutIt() {
    // Given: an operator that died between the two calls
    SharedDynamo.CLIENT.createTable(TableSchema.nodes(cluster, "uid-1"));
    SharedDynamo.CLIENT.createTable(TableSchema.control(cluster, "uid-1"));
    assertThat(tables("uid-1").state()).isEqualTo(Tables.State.PARTIAL);

    // When
    tables("uid-1").create();

    // Then
    TimeToLiveDescription ttl =
        SharedDynamo.CLIENT
            .describeTimeToLive(describe -> describe.tableName(cluster.nodesTable()))
            .timeToLiveDescription();
    assertThat(ttl.attributeName()).isEqualTo("ttl");
    assertThat(tables("uid-1").state()).isEqualTo(Tables.State.ACTIVE);
  }

  @Test
  void shouldNotFailWhenSeveralCreateAtOnce() throws Exception {
    // Given
    List<Future<?>> all = new ArrayList<>();

    // When
    try (ExecutorService operators = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        all.add(operators.submit(() -> tables("uid-1").create()));
      }
    }

    // Then
    for (Future<?> one : all) {
      one.get();
    }
    assertThat(tables("uid-1").state()).isEqualTo(Tables.State.ACTIVE);
  }

  private static TableDescription describe(String table) {
    return SharedDynamo.CLIENT.describeTable(describe -> describe.tableName(table)).table();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }
}
