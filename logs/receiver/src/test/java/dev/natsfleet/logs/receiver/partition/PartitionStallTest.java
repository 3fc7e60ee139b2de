package dev.natsfleet.logs.receiver.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PartitionStallTest {

  private final PartitionState state = new PartitionState(10, Set::of, () -> 0);

  @Test
  void shouldCountAStallOnceAndTellItsNewestReason() {
    state.stalled("disk full");
    state.stalled("disk gone");

    assertThat(state.fault()).isEqualTo("disk gone");
    assertThat(state.metrics().totals().stalls()).isOne();
  }

  @Test
  void shouldCountTheNextStallAfterTheEndOfOne() {
    state.stalled("disk full");
    state.stallEnded();
    assertThat(state.fault()).isEmpty();

    state.stalled("disk full");

    assertThat(state.metrics().totals().stalls()).isEqualTo(2);
  }
}
