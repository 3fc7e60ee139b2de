package dev.natsfleet.logs.receiver.partition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StallBackoffTest {

  private final StallBackoff backoff = new StallBackoff();

  @Test
  void shouldWaitLongerAfterEachFailureUpToALimit() {
    assertThat(pauseAfterStall()).isEqualTo(500);
    assertThat(pauseAfterStall()).isEqualTo(1_000);
    for (int i = 0; i < 10; i++) {
      pauseAfterStall();
    }
    assertThat(pauseAfterStall()).isEqualTo(5_000);
  }

  @Test
  void shouldWaitShortlyAfterAnAttemptThatCommitted() {
    pauseAfterStall();
    pauseAfterStall();

    backoff.committed();

    assertThat(pauseAfterStall()).isEqualTo(250);
    assertThat(pauseAfterStall()).isEqualTo(500);
  }

  @Test
  void shouldNotWaitAfterAnAttemptThatDidNotStall() {
    pauseAfterStall();

    assertThat(backoff.next()).isZero();
  }

  private long pauseAfterStall() {
    backoff.stalled();
    return backoff.next();
  }
}
