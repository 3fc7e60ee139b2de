package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.dynamodb.DynamoRegistry;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.Instance;

class SizeTest {

  @Test
  void shouldKeepTheRemainingNodesWhenItShrinksAgain() {
    try (Cluster cluster = Cluster.apply("sized")) {
      // Given
      cluster.awaitReady(3);
      cluster.patch("{\"core\":{\"desired\":5}}");
      cluster.awaitReady(5);
      Set<String> five = members(cluster);

      // When
      cluster.patch("{\"core\":{\"desired\":3}}");
      cluster.awaitReady(3);

      // Then
      assertThat(five).containsAll(members(cluster));
      assertThat(rows(cluster)).isEqualTo(members(cluster));
      assertThat(cluster.seen().desiredCapacity()).isEqualTo(3);
      assertThat(cluster.events("RetiringNode")).hasSize(2);
    }
  }

  @Test
  void shouldLeaveTheDesiredCapacityToAnExternalOwner() {
    try (Cluster cluster =
        Cluster.apply(
            "external", yaml -> yaml.replace("    max: 20", "    max: 20\n    capacityOwner: External"))) {
      // Given
      cluster.awaitReady(3);

      // When
      Lab.aws()
          .clients()
          .autoScaling()
          .setDesiredCapacity(r -> r.autoScalingGroupName(cluster.group()).desiredCapacity(4));
      cluster.awaitReady(4);

      // Then
      assertThat(cluster.seen().desiredCapacity()).isEqualTo(4);
      assertThat(cluster.status().orElseThrow().desired()).isEqualTo(4);
    }
  }

  private static Set<String> members(Cluster cluster) {
    return cluster.seen().instances().stream().map(Instance::instanceId).collect(Collectors.toSet());
  }

  private static Set<String> rows(Cluster cluster) {
    return DynamoRegistry.open(Lab.aws().tables(), cluster.id()).fleet().rows().stream()
        .map(NodeRow.Fleet.class::cast)
        .map(row -> row.beat().who().instance())
        .collect(Collectors.toSet());
  }
}
