package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.port.ServiceEndpoints.Endpoint;
import dev.natsfleet.operator.world.SampleClusters;
import org.junit.jupiter.api.Test;

/** A server whose route port is cut off: it serves its clients, and nobody else's. */
class IsolatedNodeTest {

  private static final DesiredCluster THREE = SampleClusters.nodes(3);

  @Test
  void shouldBlameTheNodeThatIsAloneAndNotItsPeers() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.machine(2).unlinked = true;

    // When
    fixture.runFor(THREE, 40);
    Outcome outcome = fixture.pass(THREE);

    // Then
    assertThat(outcome.status().ready()).isEqualTo(2);
    assertThat(outcome.status().nodes())
        .filteredOn(node -> node.whyNot() != null)
        .singleElement()
        .satisfies(node -> assertThat(node.instance()).isEqualTo("i-002"));
    assertThat(fixture.world.endpoints.addresses())
        .extracting(Endpoint::ip)
        .containsExactly("10.0.0.1", "10.0.0.3");
  }

  @Test
  void shouldBlameTheNodeThatIsAloneWhileAnotherIsNotHeard() {
    // Given four servers, of which three are linked to one another, one of them with a dead agent
    DesiredCluster four = SampleClusters.nodes(4);
    ReconciliationFixture fixture = ReconciliationFixture.settled(four);
    fixture.machine(2).unlinked = true;
    fixture.machine(4).mute = true;

    // When
    fixture.runFor(four, 60);

    // Then
    assertThat(fixture.world.endpoints.addresses())
        .extracting(Endpoint::ip)
        .containsExactly("10.0.0.1", "10.0.0.3", "10.0.0.4");
  }

  @Test
  void shouldBlameNobodyWhereNoSideIsTheGreater() {
    // Given
    DesiredCluster two = SampleClusters.nodes(2);
    ReconciliationFixture fixture = ReconciliationFixture.settled(two);
    fixture.machine(2).unlinked = true;

    // When
    fixture.runFor(two, 40);
    Outcome outcome = fixture.pass(two);

    // Then
    assertThat(outcome.status().ready()).isZero();
    assertThat(fixture.world.endpoints.addresses()).hasSize(2);
  }
}
