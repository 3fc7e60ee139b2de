package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.port.LifecycleState;
import dev.natsfleet.operator.port.ServiceEndpoints.Endpoint;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.NodeState;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedAddressesTest {
  private static final DesiredCluster THREE = SampleClusters.nodes(3);

  @Test
  void shouldKeepTheAddressesOfServersWhoseAgentsAreCutFromTheRegistry() {
    // Given two of three agents cannot reach DynamoDB, and their servers serve on
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.machine(1).mute = true;
    fixture.machine(2).mute = true;

    // When
    fixture.runFor(THREE, 700);

    // Then
    assertThat(published(fixture)).containsExactly("10.0.0.1", "10.0.0.2", "10.0.0.3");
  }

  @Test
  void shouldTakeOutASilentServerThatNoPeerIsLinkedTo() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.machine(2).mute = true;
    fixture.machine(2).unlinked = true;

    // When
    fixture.runFor(THREE, 45);

    // Then
    assertThat(published(fixture)).containsExactly("10.0.0.1", "10.0.0.3");
  }

  @Test
  void shouldKeepASilentServerWhenItsPeersTellOfNoRouteForAMoment() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.machine(2).mute = true;
    fixture.runFor(THREE, 400);

    // When
    fixture.machine(2).unlinked = true;
    fixture.runFor(THREE, 20);
    List<String> then = published(fixture);
    fixture.machine(2).unlinked = false;
    fixture.runFor(THREE, 20);

    // Then
    assertThat(then).hasSize(3);
    assertThat(published(fixture)).containsExactly("10.0.0.1", "10.0.0.2", "10.0.0.3");
  }

  @Test
  void shouldTakeOutAServerThatItsAgentReportsAsDown() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.machine(2).says = NodeState.DEGRADED;
    fixture.world.tick();

    // When
    fixture.pass(THREE);

    // Then
    assertThat(published(fixture)).containsExactly("10.0.0.1", "10.0.0.3");
  }

  @Test
  void shouldTakeOutMachinesThatAreGoneWhileTheGroupIsSomebodyElses() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.world.groups.owner = "nonsense";
    fixture.pass(THREE);
    List<String> before = published(fixture);

    // When one is replaced by its group
    fixture.machine(2).lifecycle = LifecycleState.TERMINATED;
    fixture.runFor(THREE, 40);

    // Then nobody is added, since the new node may be another's
    assertThat(before).hasSize(3);
    assertThat(published(fixture)).containsExactly("10.0.0.1", "10.0.0.3");
  }

  @Test
  void shouldKeepAServerThatAnOldAnswerShowsAsStillLaunched() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);

    // When
    fixture.machine(2).lifecycle = LifecycleState.PENDING_WAIT;
    fixture.pass(THREE);

    // Then
    assertThat(published(fixture)).containsExactly("10.0.0.1", "10.0.0.2", "10.0.0.3");
  }

  @Test
  void shouldKeepTheServiceWhenOneAnswerOfAwsIsWithoutTheGroup() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);

    // When
    fixture.world.groups.hidden = 1;
    fixture.pass(THREE);
    List<String> then = published(fixture);
    fixture.runFor(THREE, 5);

    // Then
    assertThat(then).hasSize(3);
    assertThat(published(fixture)).hasSize(3);
    assertThat(fixture.world.groups.created).isEqualTo(1);
    assertThat(fixture.events("AwsUnreachable").getFirst()).contains("not listed");
  }

  @Test
  void shouldKeepTheServiceWhenAnOperatorThatHasJustStartedDoesNotSeeTheGroup() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.operator.restart();

    // When
    fixture.world.groups.hidden = 1;
    fixture.pass(THREE);

    // Then
    assertThat(published(fixture)).hasSize(3);
  }

  @Test
  void shouldCreateTheGroupAnewWhenItStaysAway() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.world.groups.vanish();

    // When
    fixture.runFor(THREE, 30);

    // Then
    assertThat(fixture.world.groups.created).isEqualTo(2);
    assertThat(published(fixture)).containsExactly("10.0.0.4", "10.0.0.5", "10.0.0.6");
  }

  private static List<String> published(ReconciliationFixture fixture) {
    return fixture.world.endpoints.addresses().stream().map(Endpoint::ip).toList();
  }
}
