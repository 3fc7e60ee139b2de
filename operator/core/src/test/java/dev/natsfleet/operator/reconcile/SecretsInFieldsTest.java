package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.world.FakeWorld;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** People put passwords into fields and annotations that are not made for them. */
class SecretsInFieldsTest {

  private static final String SECRET = "hunter2";
  private static final String URL = "https://ann:" + SECRET + "@store.example/nats";

  static List<DesiredCluster> declared() {
    DesiredCluster three = SampleClusters.nodes(3);
    return List.of(
        SampleClusters.again(SampleClusters.image(URL)),
        SampleClusters.subnets(three, URL),
        SampleClusters.rollOut(SampleClusters.parameter(), URL),
        SampleClusters.owned(three, FakeWorld.OWNER, URL),
        SampleClusters.owned(three, "uid-2", URL),
        SampleClusters.paused(SampleClusters.image(URL)));
  }

  @ParameterizedTest
  @MethodSource("declared")
  void shouldShowThemNowhere(DesiredCluster declared) {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    fixture.world.region.missing.add(URL);

    // When
    Outcome outcome = fixture.pass(declared);
    fixture.runFor(declared, 20);

    // Then
    assertThat(outcome.status().toString()).doesNotContain(SECRET);
    assertThat(fixture.world.events.toString()).doesNotContain(SECRET);
    assertThat(fixture.world.registry.journal().open().toString()).doesNotContain(SECRET);
  }

  @Test
  void shouldNotShowWhatAnswersOfAwsAndMarksOfOthersQuote() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    fixture.world.groups.owner = URL;
    Outcome foreign = fixture.pass(SampleClusters.nodes(3));
    fixture.world.groups.owner = FakeWorld.OWNER;

    // When
    fixture.world.region.readFailure = new PortException(Kind.INVALID, "no such thing: " + URL);
    Outcome refused = fixture.pass(SampleClusters.nodes(3));

    // Then
    assertThat(List.of(foreign.status(), refused.status(), fixture.world.events).toString())
        .contains("https://***@store.example/nats")
        .doesNotContain(SECRET);
  }
}
