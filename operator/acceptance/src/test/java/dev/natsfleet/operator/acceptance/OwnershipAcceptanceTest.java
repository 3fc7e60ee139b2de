package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.client.dsl.ServiceResource;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What belongs to whom, when objects go and come. */
@Tag("server")
@Execution(ExecutionMode.CONCURRENT)
class OwnershipAcceptanceTest {

  @Test
  void shouldGoOnWithTheFleetOfAnObjectThatWasPrunedAndAppliedAgain() {
    // Given
    TestCluster first = TestCluster.apply("pruned", OwnershipAcceptanceTest::retained);
    first.awaitReady(3);
    Set<String> before = first.members();

    // When
    first.delete();
    first.awaitGone();
    new ClusterResourceCounts(1, 1, 3, 2, 1).await(first);

    // Then
    OperatorAwait.until("released", () -> owner(first).matches("released .*/default/pruned .*"));
    try (TestCluster second = TestCluster.apply("pruned")) {
      second.awaitReady(3);
      assertThat(second.members()).isEqualTo(before);
      OperatorAwait.until("taken over", () -> owner(second).matches("[^ ]*/default/pruned"));
      assertThat(second.status().orElseThrow().endpoints()).hasSize(4);
    }
    first.awaitGone();
    new ClusterResourceCounts(0, 0, 0, 0, 0).await(first);
  }

  @Test
  void shouldTakeOverTheGroupOfAnotherFleetOnlyWhenItIsNamed() {
    try (TestCluster cluster = TestCluster.apply("moved").awaitReady(3)) {
      // Given
      setOwner(cluster, "elsewhere/default/moved");
      cluster.await("stalled", status -> status.phase().equals("Stalled"));
      assertThat(cluster.condition("Stalled").message())
          .contains("natsfleet.dev/take-over='elsewhere/default/moved'");

      // When
      cluster.annotate("natsfleet.dev/take-over", "elsewhere/default/moved");

      // Then
      cluster.awaitReady(3);
      OperatorAwait.until("taken over", () -> !owner(cluster).startsWith("elsewhere"));
    }
  }

  @Test
  void shouldTouchNoServiceThatIsNotItsOwn() {
    // Given
    ServiceResource<Service> service =
        OperatorTestbed.kubernetes().services().inNamespace("default").withName("payments");
    Service theirs =
        new ServiceBuilder()
            .withNewMetadata()
            .withName("payments")
            .endMetadata()
            .withNewSpec()
            .addToSelector("app", "payments")
            .addNewPort()
            .withPort(80)
            .endPort()
            .endSpec()
            .build();
    OperatorTestbed.kubernetes().services().inNamespace("default").resource(theirs).create();
    Service before = service.get();

    // When
    TestCluster cluster = TestCluster.apply("payments");
    cluster.await("stalled", status -> status.phase().equals("Stalled"));

    // Then
    assertThat(cluster.condition("Stalled").message()).contains("Service default/payments");
    cluster.delete();
    cluster.awaitGone();
    assertThat(service.get()).isEqualTo(before);
    new ClusterResourceCounts(0, 0, 0, 0, 1).await(cluster);
    service.delete();
  }

  private static String retained(String yaml) {
    return yaml.replace("deletionPolicy: Delete", "deletionPolicy: Retain");
  }

  private static String owner(TestCluster cluster) {
    return cluster.seen().tags().stream()
        .filter(tag -> tag.key().equals("natsfleet:owner"))
        .map(tag -> tag.value())
        .findFirst()
        .orElseThrow();
  }

  private static void setOwner(TestCluster cluster, String owner) {
    var tag =
        software.amazon.awssdk.services.autoscaling.model.Tag.builder()
            .resourceId(cluster.group())
            .resourceType("auto-scaling-group")
            .key("natsfleet:owner")
            .value(owner)
            .propagateAtLaunch(true)
            .build();
    OperatorTestbed.aws().clients().autoScaling().createOrUpdateTags(r -> r.tags(tag));
  }
}
