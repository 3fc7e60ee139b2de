package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real API server accepts and shows what the operator writes. */
@Tag("server")
class KubernetesTest {

  @Test
  void shouldKeepEveryEventOfAReason() {
    try (TestCluster cluster = TestCluster.apply("eventful").awaitReady(3)) {
      // When
      cluster.patch("{\"core\":{\"desired\":1}}");
      cluster.awaitReady(1);

      // Then
      assertThat(cluster.events("RetiringNode")).hasSize(2).doesNotHaveDuplicates();
    }
  }

  @Test
  void shouldSettleWithNobodyToSendApplicationsTo() {
    try (TestCluster cluster =
        TestCluster.apply("nobody", yaml -> yaml.replace("desired: 3", "desired: 0"))) {
      // When
      cluster.awaitReady(0);

      // Then
      assertThat(cluster.status().orElseThrow().endpoints()).isEmpty();
      cluster.patch("{\"core\":{\"desired\":1}}");
      cluster.awaitReady(1);
      cluster.patch("{\"core\":{\"desired\":0}}");
      cluster.awaitReady(0);
      assertThat(cluster.status().orElseThrow().endpoints()).isEmpty();
      assertThat(cluster.condition("Degraded").status()).isEqualTo("False");
    }
  }
}
