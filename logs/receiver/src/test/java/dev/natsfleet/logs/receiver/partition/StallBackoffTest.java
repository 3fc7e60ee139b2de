package dev.natsfleet.logs.receiver.partition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StallBackoffTest {

  private final StallBackoff backoff = new StallBackoff();

  @Test
  void shouldWaitLongerAfterEachFailureUpToALimit() {
    assertThat(backoff.next()).isEqualTo(500);
    assertThat(backoff.next()).isEqualTo(1_000);
    for (int i = 0; i < 10; i++) {
      backoff.next();
    }
    assertThat(backoff.next()).isEqualTo(5_000);
  }

  @Test
  void shouldWaitShortlyAfterAnAttemptThatCommitted() {
    backoff.next();
    backoff.next();

    backoff.committed();

    assertThat(backoff.next()).isEqualTo(250);
    assertThat(backoff.next()).isEqualTo(500);
  }
}
