package dev.natsfleet.logs.protocol.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.protocol.audit.LogAudit.Extent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OffsetComparisonTest {

  private static final LogAudit ENTRY =
      new LogAudit(
          9, "/var/log/a", 100, List.of(new Extent(3, 50, 50), new Extent(4, 80, 70)), 0, 0);

  @Test
  void shouldMeetWhenEverythingIsWritten() {
    assertThat(match(Map.of(3L, 50L, 4L, 80L), 0, 0))
        .isEqualTo(new OffsetComparison(230, 220, 230, 230, 0, 0));
  }

  @Test
  void shouldMissWhatIsOnItsWay() {
    assertThat(match(Map.of(3L, 50L, 4L, 10L), 20, 0))
        .isEqualTo(new OffsetComparison(230, 220, 180, 160, 0, 70));
  }

  @Test
  void shouldMissAGenerationOfWhichNothingCame() {
    assertThat(match(Map.of(3L, 40L), 0, 0).missing()).isEqualTo(90);
  }

  @Test
  void shouldTakeForWrittenWhatTheJournalHasForgotten() {
    assertThat(match(Map.of(4L, 80L), 0, 0).missing()).isZero();
  }

  @Test
  void shouldNotCountAsWrittenWhatWasGivenUp() {
    assertThat(match(Map.of(3L, 50L, 4L, 80L), 0, 30))
        .isEqualTo(new OffsetComparison(230, 220, 200, 200, 30, 0));
  }

  @Test
  void shouldIgnoreWhatCameAfterTheAudit() {
    assertThat(match(Map.of(4L, 95L), 0, 0).missing()).isZero();
  }

  @Test
  void shouldMissALogThatIsOnItsWayAndNoneThatIsForgotten() {
    assertThat(OffsetComparison.compare(ENTRY, new ReceivedOffsets.Nothing(), 0, 0).missing())
        .isEqualTo(130);
    assertThat(OffsetComparison.compare(ENTRY, new ReceivedOffsets.Forgotten(), 0, 0).missing())
        .isEqualTo(10);
  }

  private static OffsetComparison match(Map<Long, Long> ends, long uncommitted, long lost) {
    return OffsetComparison.compare(
        ENTRY, new ReceivedOffsets.Known(new TreeMap<>(ends)), uncommitted, lost);
  }
}
