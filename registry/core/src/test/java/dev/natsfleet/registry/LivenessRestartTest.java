package dev.natsfleet.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LivenessRestartTest {

  private static final String IP = "10.0.0.1";
  private static final Duration PERIOD = Duration.ofSeconds(30);
  private static final long LONG = PERIOD.toNanos();
  private static final List<NodeRow> ROWS = List.of(new NodeRow.Original(IP, 100, "working", ""));

  @Test
  void shouldWaitTheWholePeriodAgainAfterTheObserverStartedAnew() {
    // Given: silent before the eyes of a first observer
    assertThat(Liveness.NONE.observe(ROWS, 0).observe(ROWS, LONG).isAlive(IP, PERIOD)).isFalse();

    // When
    Liveness second = Liveness.NONE.observe(ROWS, LONG);

    // Then
    assertThat(second.observe(ROWS, 2 * LONG - 1).isAlive(IP, PERIOD)).isTrue();
    assertThat(second.observe(ROWS, 2 * LONG).isAlive(IP, PERIOD)).isFalse();
  }

  @Test
  void shouldHoldNoSilenceAgainstANodeWhileTheRegistryCannotBeRead() {
    // Given: ten seconds of silence, then two minutes without sight
    long ten = LONG / 3;
    Liveness before = Liveness.NONE.observe(ROWS, 0).observe(ROWS, ten).afterFailedRead();
    assertThat(before.silence(IP)).hasSeconds(10);

    // When
    Liveness after = before.afterFailedRead().observe(ROWS, ten + 4 * LONG);

    // Then
    assertThat(after.silence(IP)).hasSeconds(10);
    assertThat(after.observe(ROWS, 2 * ten + 4 * LONG).silence(IP)).hasSeconds(20);
    assertThat(after.observe(ROWS, 3 * ten + 4 * LONG).isAlive(IP, PERIOD)).isFalse();
  }

  @Test
  void shouldKnowThatWhatARowSaysMayBeAsOldAsTheTimeInWhichItWasNotRead() {
    // Given
    long ten = LONG / 3;
    Liveness before = Liveness.NONE.observe(ROWS, 0).observe(ROWS, ten).afterFailedRead();
    List<NodeRow> changed = List.of(new NodeRow.Original(IP, 101, "working", ""));

    // When
    Liveness same = before.observe(ROWS, ten + LONG);
    Liveness other = before.observe(changed, ten + LONG);

    // Then
    assertThat(same.age(IP)).hasSeconds(40);
    assertThat(other.silence(IP)).isZero();
    assertThat(other.age(IP)).hasSeconds(30);
  }
}
