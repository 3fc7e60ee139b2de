package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.Order;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderTest {

  private static final DesiredCluster OTHER = SampleClusters.payload("2Mi");

  @Test
  void shouldAskNobodyAgainWhoRefusedTheSettingsBecauseAnythingElseIsDeclared() {
    // Given
    ReconciliationFixture fixture = refused();

    // When
    Outcome outcome = fixture.operator.settle(SampleClusters.again(OTHER));

    // Then
    assertThat(outcome.status().conditions())
        .filteredOn(condition -> condition.type().equals("Stalled"))
        .singleElement()
        .satisfies(c -> assertThat(c.message()).contains("natsfleet.dev/roll-out"));
  }

  @Test
  void shouldAskAgainWhoRefusedTheSettingsWhenAnAnnotationAsks() {
    // Given
    ReconciliationFixture fixture = refused();

    // When
    Outcome outcome = fixture.operator.settle(SampleClusters.rollOut(OTHER, "again"));

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Settled.class);
    assertThat(outcome.status().revision())
        .isEqualTo(ReconciliationFixture.settled(OTHER).pass(OTHER).status().revision());
  }

  /** Two nodes have refused the settings, which are right meanwhile. */
  private static ReconciliationFixture refused() {
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    fixture.world.refused.add(
        String.valueOf(ReconciliationFixture.settled(OTHER).pass(OTHER).status().revision()));
    fixture.runFor(OTHER, 20);
    fixture.world.refused.clear();
    return fixture;
  }

  @Test
  void shouldSayOfANodeWhatItRefused() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(1));
    DesiredCluster desired = one(OTHER, 2);
    fixture.world.refused.add(
        String.valueOf(ReconciliationFixture.settled(OTHER).pass(OTHER).status().revision()));

    // When
    fixture.runFor(desired, 5);

    // Then
    assertThat(fixture.pass(desired).status().nodes().getFirst().whyNot())
        .startsWith("it refused order apply-")
        .endsWith("-g2: unknown field");
  }

  @Test
  void shouldGiveEachDecisionAnIdOfItsOwn() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(1));
    fixture.operator.settle(one(OTHER, 2));
    DesiredCluster back = one(SampleClusters.payload("1Mi"), 3);
    fixture.operator.settle(back);
    String first = ids(fixture).findFirst().orElseThrow();

    // When
    fixture.operator.settle(one(OTHER, 4));
    fixture.operator.settle(one(SampleClusters.payload("1Mi"), 5));

    // Then
    assertThat(ids(fixture).findFirst())
        .hasValueSatisfying(id -> assertThat(id).isNotEqualTo(first));
  }

  @Test
  void shouldKeepTheIdThatAnObjectGaveWhoseGenerationsBeginAnew() {
    // Given an object that was released and created again, and settings that one node refuses
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    fixture.operator.settle(one(OTHER, 7));
    DesiredCluster anew = SampleClusters.payload("3Mi");
    fixture.world.refused.add(
        String.valueOf(ReconciliationFixture.settled(anew).pass(anew).status().revision()));
    fixture.runFor(anew, 5);
    List<String> first = ids(fixture).filter(id -> !id.endsWith("-g7")).distinct().toList();

    // When
    fixture.runFor(SampleClusters.again(anew), 5);

    // Then
    assertThat(first).singleElement().asString().endsWith("-g8");
    assertThat(ids(fixture).filter(id -> !id.endsWith("-g7")).distinct())
        .containsExactlyElementsOf(first);
  }

  @Test
  void shouldRestOnlyOnceTheClusterIsReady() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    fixture.machine(1).says = NodeState.STARTING;
    fixture.world.tick();

    // When
    Outcome unready = fixture.pass(SampleClusters.nodes(3));

    // Then
    assertThat(unready).isInstanceOf(Outcome.Waiting.class);
    assertThat(unready.next()).hasSeconds(2);
  }

  private static DesiredCluster one(DesiredCluster desired, long generation) {
    return new DesiredCluster(
        desired.id(), desired.owner(), generation, false, desired.spec(), desired.annotations());
  }

  private static Stream<String> ids(ReconciliationFixture fixture) {
    return fixture.world.registry.rows().stream()
        .flatMap(row -> Optional.ofNullable(((NodeRow.Managed) row).order()).stream())
        .map(Order::id);
  }
}
