package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.world.CrashInjection;
import dev.natsfleet.operator.world.FakeMachine;
import dev.natsfleet.operator.world.FakeWorld;
import dev.natsfleet.operator.world.RestartingOperator;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.NodeState;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Two clusters of one operator get a new image at the same time. */
class RolloutQueueTest {

  private final FakeWorld first = new FakeWorld();
  private final FakeWorld second = new FakeWorld();
  private final RolloutPermit permit = new RolloutPermit(first.clocks().nanos());
  private final RestartingOperator ofFirst = operator(first);
  private final RestartingOperator ofSecond = operator(second);

  RolloutQueueTest() {
    ofFirst.settle(SampleClusters.nodes(3));
    ofSecond.settle(named(SampleClusters.nodes(3)));
  }

  @Test
  void shouldRollOutOneClusterAfterTheOther() {
    // When
    run(8);
    Outcome queued = passSecond();
    List<String> untouched = serving(second);
    run(80);

    // Then
    assertThat(serving(first)).containsExactly("i-004", "i-005", "i-006");
    assertThat(ReconciliationFixture.condition(queued, "Progressing").reason())
        .isEqualTo("RolloutQueued");
    assertThat(ReconciliationFixture.condition(queued, "Progressing").message())
        .contains("shop/orders");
    assertThat(untouched).containsExactly("i-001", "i-002", "i-003");
    assertThat(serving(second)).containsExactly("i-004", "i-005", "i-006");
  }

  @Test
  void shouldLetTheNextClusterBeginWhileTheFirstIsShortOfCapacity() {
    // Given
    first.groups.shortage = "We currently do not have sufficient c7g.large capacity";

    // When
    run(80);

    // Then
    assertThat(serving(first)).hasSize(2);
    assertThat(serving(second)).containsExactly("i-004", "i-005", "i-006");
  }

  @Test
  void shouldLetTheNextClusterBeginWhenTheFirstIsRefused() {
    // Given
    first.groups.broken.add(2L);

    // When
    run(120);

    // Then
    assertThat(serving(first)).contains("i-002", "i-003").hasSize(3);
    assertThat(serving(second)).containsExactly("i-004", "i-005", "i-006");
  }

  @Test
  void shouldReplaceAFailedNodeOfAClusterThatWaits() {
    // Given
    run(1);
    second.machine("i-002").says = NodeState.FAILED;

    // When
    run(7);

    // Then
    assertThat(serving(second)).containsExactly("i-001", "i-003", "i-004");
  }

  @Test
  void shouldRollOutOneClusterAfterTheOtherWhenBothAskForTheNewImageOfOneParameter() {
    // Given two fleets of one parameter, which names another image since
    parameter("ami-1");
    passes(SampleClusters.parameter(), 200);
    List<String> before = serving(second);
    parameter("ami-2");

    // When
    passes(SampleClusters.parameter(), 60);
    List<String> unasked = serving(second);
    Outcome queued = passes(SampleClusters.rollOut(SampleClusters.parameter(), "ami-2"), 8);
    List<String> untouched = serving(second);
    passes(SampleClusters.rollOut(SampleClusters.parameter(), "ami-2"), 80);

    // Then
    assertThat(unasked).isEqualTo(before);
    assertThat(untouched).isEqualTo(before);
    assertThat(ReconciliationFixture.condition(queued, "Progressing").reason())
        .isEqualTo("RolloutQueued");
    assertThat(ReconciliationFixture.condition(queued, "Progressing").message())
        .contains("shop/orders");
    assertThat(serving(second)).hasSize(3).doesNotContainAnyElementsOf(before);
    assertThat(second.templates.versions).extracting("image").containsExactly("ami-2");
  }

  private void parameter(String image) {
    first.region.parameter = image;
    second.region.parameter = image;
  }

  private RestartingOperator operator(FakeWorld world) {
    return new RestartingOperator(world, new CrashInjection(0, false), permit);
  }

  private void run(int seconds) {
    passes(SampleClusters.image("ami-2"), seconds);
  }

  /** Gives the last outcome of the second. */
  private Outcome passes(DesiredCluster desired, int seconds) {
    for (int i = 0; i < seconds; i++) {
      ofFirst.pass(desired);
      ofSecond.pass(named(desired));
      first.tick();
      second.tick();
    }
    return passSecond(desired);
  }

  private Outcome passSecond() {
    return passSecond(SampleClusters.image("ami-2"));
  }

  private Outcome passSecond(DesiredCluster desired) {
    return Objects.requireNonNull(ofSecond.pass(named(desired)));
  }

  private static DesiredCluster named(DesiredCluster desired) {
    return new DesiredCluster(
        new ClusterId("shop", "payments"),
        desired.owner(),
        desired.generation(),
        false,
        desired.spec(),
        desired.annotations());
  }

  private static List<String> serving(FakeWorld world) {
    return world.serving().stream().map(FakeMachine::id).toList();
  }
}
