package dev.natsfleet.logs.receiver.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.protocol.audit.LogAudit;
import dev.natsfleet.logs.protocol.audit.LogAudit.Extent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logs that the journal does not know, as after a move to another volume. */
class OffsetIndexTest {

  private final OffsetIndex offsetIndex = new OffsetIndex(2);

  @Test
  void shouldKeepWhatWasPublishedAtRestWhenMessagesWaitAgain() {
    // Given a log with 500 bytes in the stream, all of which were taken
    offsetIndex.offsetsWithoutJournal(published(500), true);

    // Then of 800 later on as many are there, and not none
    assertThat(offsetIndex.offsetsWithoutJournal(published(800), false).endOf(1, 800))
        .isEqualTo(500);
  }

  @Test
  void shouldHaveNothingOfALogThatItNeverSawAtRest() {
    assertThat(offsetIndex.offsetsWithoutJournal(published(800), false).endOf(1, 800)).isZero();
  }

  private static LogAudit published(long bytes) {
    return new LogAudit(9, "", 0, List.of(new Extent(1, bytes, bytes)), 0, 0);
  }
}
