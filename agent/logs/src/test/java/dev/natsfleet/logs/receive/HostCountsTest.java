package dev.natsfleet.logs.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Hosts come and go under ever other names. */
class HostCountsTest {

  private static final long MORE = Duration.ofHours(25).toNanos();
  private static final long LATER = System.nanoTime() + MORE;

  private final HostCounts host = new HostCounts("web");

  @Test
  void shouldGoADayAfterItsLastWordWithTheLastOfItsLogs() {
    // Given
    host.logs.put(9L, new Flow(0));
    assertThat(host.isGone(LATER)).isFalse();

    // When
    host.retain(Set.of(), new HashSet<>());

    // Then
    assertThat(host.isGone(LATER)).isTrue();
  }

  @Test
  void shouldStayWhileItsMessagesAreInTheStream() {
    host.sequence = 7;
    host.isGone(LATER);

    assertThat(host.isGone(LATER + MORE)).isFalse();
    host.purged = 7;
    assertThat(host.isGone(LATER + MORE)).isTrue();
  }
}
