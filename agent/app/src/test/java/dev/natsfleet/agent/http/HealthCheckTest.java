package dev.natsfleet.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class HealthCheckTest {

  @Test
  void shouldBeFitWhileServing() {
    // When
    HealthCheck healthCheck = HealthCheck.of(report(NodeState.SERVING, "", 2, 2), 0, "");

    // Then
    assertThat(healthCheck.status()).isEqualTo(200);
    assertThat(healthCheck.text()).isEqualTo("fit\n");
  }

  @ParameterizedTest
  @EnumSource(names = "SERVING", mode = Mode.EXCLUDE)
  void shouldBeUnfitInEveryOtherState(NodeState state) {
    // When
    HealthCheck healthCheck = HealthCheck.of(report(state, "it goes", 2, 2), 0, "");

    // Then
    assertThat(healthCheck.status()).isEqualTo(503);
    assertThat(healthCheck.text()).isEqualTo("unfit\nthe node is " + state + ": it goes\n");
  }

  @Test
  void shouldBeUnfitWhenTheServerComplainsOrStandsAlone() {
    // When
    HealthCheck healthCheck = HealthCheck.of(report(NodeState.SERVING, "", 0, 2), 0, "no listener");

    // Then
    assertThat(healthCheck.status()).isEqualTo(503);
    assertThat(healthCheck.problems())
        .containsExactly("nats-server: no listener", "no route to any of 2 peers");
  }

  @Test
  void shouldStayFitWithoutTheRegistryAndSayIt() {
    // When
    HealthCheck healthCheck = HealthCheck.of(report(NodeState.SERVING, "", 1, 2), 7, "");

    // Then
    assertThat(healthCheck.status()).isEqualTo(200);
    assertThat(healthCheck.text()).isEqualTo("fit\nregistry: heartbeats in a row that failed: 7\n");
  }

  private static NodeReport report(NodeState state, String why, int up, int expected) {
    return new NodeReport(state, why, up, expected, 0, 0, "", null, "");
  }
}
