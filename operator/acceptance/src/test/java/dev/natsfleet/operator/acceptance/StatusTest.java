package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.NatsCluster;
import dev.natsfleet.local.proc.Await;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the operator writes into the object, and how often. */
class StatusTest {

  @Test
  void shouldWriteStatusWithoutTouchingTheSpecification() {
    try (Cluster cluster = Cluster.apply("untouched")) {
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
          .satisfies(StatusTest::ownsStatusOnly);
    }
  }

  @Test
  void shouldRestWhenThereIsNothingToDo() {
    try (Cluster cluster = Cluster.apply("resting")) {
      // Given
      cluster.awaitReady(3);
      long settled = Lab.operator().counts().passes();

      // When
      Duration twoPasses =
          Await.until(
              "two passes",
              () -> Lab.operator().counts().passes() >= settled + 2,
              Duration.ofSeconds(60),
              () -> Lab.operator().counts().toString());

      // Then
      assertThat(twoPasses).isGreaterThan(Duration.ofSeconds(14));
    }
  }

  private static void ownsStatusOnly(ManagedFieldsEntry entry) {
    assertThat(entry.getSubresource()).isEqualTo("status");
    assertThat(entry.getFieldsV1().getAdditionalProperties()).containsOnlyKeys("f:status");
  }
}
