package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import org.junit.jupiter.api.Test;

/** Where applications are sent. */
class EndpointTest {

  @Test
  void shouldSendApplicationsToTheServingNodes() {
    try (Cluster cluster = Cluster.apply("found")) {
      // When
      cluster.awaitReady(3);

      // Then
      assertThat(cluster.status().orElseThrow().endpoints())
          .hasSize(4)
          .startsWith("nats://found.default.svc:4222");
      EndpointSlice loopback =
          Lab.kubernetes()
              .discovery()
              .v1()
              .endpointSlices()
              .inNamespace("default")
              .withName("found-fqdn")
              .get();
      assertThat(loopback.getMetadata().getLabels())
          .containsEntry("kubernetes.io/service-name", "found");
      assertThat(loopback.getEndpoints()).hasSize(3);
    }
  }
}
