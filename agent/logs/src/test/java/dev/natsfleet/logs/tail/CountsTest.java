package dev.natsfleet.logs.tail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountsTest {

  private final Counts counts = new Counts();

  @Test
  void shouldCountWhatIsSentAgainOnce() {
    assertThat(counts.resent(1, 0, 100)).isZero();
    assertThat(counts.resent(1, 60, 70)).isEqualTo(40);
    assertThat(counts.resent(1, 0, 10)).isEqualTo(10);

    assertThat(counts.bytesRead()).isEqualTo(130);
    assertThat(counts.bytesResent()).isEqualTo(50);
  }

  @Test
  void shouldBeginWhereAnEarlierRunEnded() {
    assertThat(counts.resent(4, 5_000, 100)).isZero();
    assertThat(counts.bytesRead()).isEqualTo(100);
  }

  @Test
  void shouldKnowSeveralGenerations() {
    for (int generation = 1; generation <= 40; generation++) {
      counts.resent(generation, 0, 10);
    }

    assertThat(counts.resent(30, 5, 10)).isEqualTo(5);
    assertThat(counts.bytesRead()).isEqualTo(405);
  }

  @Test
  void shouldTellLossesOfUnknownSizeApart() {
    counts.lost(0);
    counts.lost(9);
    counts.lost(-1);

    assertThat(counts.bytesLost()).isEqualTo(9);
    assertThat(counts.losses()).isEqualTo(2);
    assertThat(counts.unknownLosses()).isOne();
  }
}
