package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.port.NodeGroups.CapacityPolicy;
import dev.natsfleet.operator.world.SampleClusters;
import org.junit.jupiter.api.Test;

class IdlePollTest {

  private static final DesiredCluster THREE = SampleClusters.nodes(3);

  private final ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
  private final IdlePoll idlePoll =
      new IdlePoll(fixture.world.groups, fixture.world.clocks().nanos());
  private int passes;

  @Test
  void shouldPollWhileNothingChanges() {
    // When
    Outcome outcome = look(THREE, 14);

    // Then
    assertThat(passes).isEqualTo(1);
    assertThat(outcome.next()).hasSeconds(5);
    assertThat(outcome.status()).isEqualTo(fixture.pass(THREE).status());
  }

  @Test
  void shouldMakeAWholePassWhenTheLastOneHasGrownOld() {
    // When
    look(THREE, 31);

    // Then
    assertThat(passes).isEqualTo(3);
  }

  @Test
  void shouldMakeAWholePassWhenAMemberIsTerminated() {
    // Given
    look(THREE, 1);
    fixture.world.groups.terminate(fixture.serving().getFirst(), CapacityPolicy.KEEP);

    // When
    Outcome outcome = look(THREE, 1);

    // Then
    assertThat(passes).isEqualTo(2);
    assertThat(outcome).isInstanceOf(Outcome.Waiting.class);
  }

  @Test
  void shouldMakeAWholePassWhenTheSpecificationChanges() {
    // Given
    look(THREE, 1);

    // When
    look(SampleClusters.nodes(4), 1);

    // Then
    assertThat(passes).isEqualTo(2);
  }

  private Outcome look(DesiredCluster desired, int seconds) {
    Outcome outcome = pollOrPass(desired);
    for (int second = 1; second < seconds; second++) {
      fixture.world.tick();
      outcome = pollOrPass(desired);
    }
    return outcome;
  }

  private Outcome pollOrPass(DesiredCluster desired) {
    return idlePoll.poll(desired).orElseGet(() -> idlePoll.remember(desired, whole(desired)));
  }

  private Outcome whole(DesiredCluster desired) {
    passes++;
    return fixture.pass(desired);
  }
}
