package dev.natsfleet.logs.receiver.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.receiver.stream.StreamPosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalStateTest {

  private static final long MONTH = 30 * 24 * 3_600L;

  private static final long SECOND = 1_000_000_000L;

  private final JournalState state = new JournalState();

  @BeforeEach
  void seeLogs() {
    state.host("web").log(1).lastSeen(100);
    state.host("web").log(2).lastSeen(300);
  }

  @Test
  void shouldForgetASilentLog() {
    state.forgetBefore(200, log -> false);

    assertThat(state.host("web").logs()).extracting(LogState::id).containsExactly(2L);
  }

  @Test
  void shouldForgetNoLogBeforeAHole() {
    // Given
    state.hole(new StreamPosition(7, 250 * SECOND));

    // When, then
    state.forgetBefore(200, log -> false);
    assertThat(state.host("web").logs()).extracting(LogState::id).containsExactly(1L, 2L);

    // But when the hole is past, too, and its host has not come back for a month
    state.forgetBefore(260, log -> false);
    assertThat(state.isHoleRecent()).isFalse();
    assertThat(state.host("web").logs()).extracting(LogState::id).containsExactly(1L, 2L);
    state.forgetBefore(200 + MONTH, log -> false);
    assertThat(state.host("web").logs()).extracting(LogState::id).containsExactly(2L);
  }

  @Test
  void shouldNeverForgetAHoleNorALogThatAShipperReports() {
    state.hole(new StreamPosition(7, 250 * SECOND));

    state.forgetBefore(1_000 + MONTH, log -> log == 1);

    assertThat(state.hasHole()).isTrue();
    assertThat(state.host("web").logs()).extracting(LogState::id).containsExactly(1L);
  }
}
