package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.NatsCluster;
import dev.natsfleet.local.servers.Await;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the operator writes into the status of the object, and how often. */
@Tag("server")
class StatusAcceptanceTest {

  @Test
  void shouldWriteStatusWithoutTouchingTheSpecification() {
    try (TestCluster cluster = TestCluster.apply("untouched")) {
      // Given
      NatsCluster applied = cluster.object();

      // When
      cluster.awaitReady(3);

      // Then
      NatsCluster now = cluster.object();
      assertThat(now.getSpec()).isEqualTo(applied.getSpec());
      assertThat(now.getMetadata().getGeneration()).isEqualTo(1);
      assertThat(now.getMetadata().getManagedFields())
          .filteredOn(entry -> entry.getManager().equals("natsfleet"))
          .singleElement()
          .satisfies(StatusAcceptanceTest::ownsStatusOnly);
    }
  }

  @Test
  void shouldRestWhenThereIsNothingToDo() {
    try (TestCluster cluster = TestCluster.apply("resting")) {
      // Given
      cluster.awaitReady(3).awaitAlone();
      long settled = OperatorTestbed.operator().counts().passes();

      // When
      Duration twoPasses =
          Await.until(
              "two passes",
              () -> OperatorTestbed.operator().counts().passes() >= settled + 2,
              Duration.ofSeconds(60),
              () -> OperatorTestbed.operator().counts().toString());

      // Then
      assertThat(twoPasses).isGreaterThan(Duration.ofSeconds(14));
    }
  }

  private static void ownsStatusOnly(ManagedFieldsEntry entry) {
    assertThat(entry.getSubresource()).isEqualTo("status");
    assertThat(entry.getFieldsV1().getAdditionalProperties()).containsOnlyKeys("f:status");
  }
}
