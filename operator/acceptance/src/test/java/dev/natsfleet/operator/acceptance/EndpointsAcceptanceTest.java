package dev.natsfleet.operator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where applications are sent. */
@Tag("server")
class EndpointsAcceptanceTest {

  @Test
  void shouldSendApplicationsToTheServingNodes() {
    try (TestCluster cluster = TestCluster.apply("found")) {
      // When
      cluster.awaitReady(3);

      // Then
      assertThat(cluster.status().orElseThrow().endpoints())
          .hasSize(4)
          .startsWith("nats://found.default.svc:4222");
      EndpointSlice loopback =
          OperatorTestbed.kubernetes()
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
