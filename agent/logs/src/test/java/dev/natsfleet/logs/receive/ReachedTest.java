package dev.natsfleet.logs.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.account.Entry;
import dev.natsfleet.logs.account.Entry.Extent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logs of which a journal knows nothing, as after a move to a volume of its own. */
class ReachedTest {

  private final Reached reached = new Reached(2);

  @Test
  void shouldKeepWhatWasThereWhileNothingWaitedWhenOthersWait() {
    // Given a log with 500 bytes in the stream, all of which were taken
    reached.unknown(published(500), true);

    // Then of 800 later on as many are there, and not none
    assertThat(reached.unknown(published(800), false).of(1, 800)).isEqualTo(500);
  }

  @Test
  void shouldHaveNothingOfALogThatItNeverSawAtRest() {
    assertThat(reached.unknown(published(800), false).of(1, 800)).isZero();
  }

  private static Entry published(long bytes) {
    return new Entry(9, "", 0, List.of(new Extent(1, bytes, bytes)), 0, 0);
  }
}
