package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogCountersTest {

  private final LogCounters counters = new LogCounters();

  @Test
  void shouldCountWhatIsSentAgainOnce() {
    assertThat(counters.sent(1, 0, 100)).isZero();
    assertThat(counters.sent(1, 60, 70)).isEqualTo(40);
    assertThat(counters.sent(1, 0, 10)).isEqualTo(10);

    assertThat(counters.bytesRead()).isEqualTo(130);
    assertThat(counters.bytesResent()).isEqualTo(50);
  }

  @Test
  void shouldBeginWhereAnEarlierRunEnded() {
    assertThat(counters.sent(4, 5_000, 100)).isZero();
    assertThat(counters.bytesRead()).isEqualTo(100);
  }

  @Test
  void shouldKnowSeveralGenerations() {
    for (int generation = 1; generation <= 40; generation++) {
      counters.sent(generation, 0, 10);
    }

    assertThat(counters.sent(30, 5, 10)).isEqualTo(5);
    assertThat(counters.bytesRead()).isEqualTo(405);
  }

  @Test
  void shouldTellLossesOfUnknownSizeApart() {
    counters.lost(0);
    counters.lost(9);
    counters.lost(-1);

    assertThat(counters.bytesLost()).isEqualTo(9);
    assertThat(counters.losses()).isEqualTo(2);
    assertThat(counters.unknownLosses()).isOne();
  }
}
