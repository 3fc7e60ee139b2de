package dev.natsfleet.logs.receiver.partition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.receiver.metrics.LogMetrics;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Hosts come and go, each under another name. */
class HostStateTest {

  private static final long MORE = Duration.ofHours(25).toNanos();
  private static final long LATER = MORE;

  private final HostState host = new HostState("web", 0);

  @Test
  void shouldGoADayAfterItsLastMessageWithTheLastOfItsLogs() {
    // Given
    host.count(9L, new LogMetrics(0));
    assertThat(host.isGone(LATER)).isFalse();

    // When
    host.retain(Set.of(), new HashSet<>());

    // Then
    assertThat(host.isGone(LATER)).isTrue();
  }

  @Test
  void shouldStayWhileItsMessagesAreInTheStream() {
    host.progress().received(7);
    host.isGone(LATER);

    assertThat(host.isGone(LATER + MORE)).isFalse();
    host.progress().purged(7);
    assertThat(host.isGone(LATER + MORE)).isTrue();
  }
}
