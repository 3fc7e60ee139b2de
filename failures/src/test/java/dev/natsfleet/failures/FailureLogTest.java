package dev.natsfleet.failures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.event.EventRecordingLogger;
import org.slf4j.event.Level;
import org.slf4j.event.SubstituteLoggingEvent;
import org.slf4j.helpers.SubstituteLogger;

class FailureLogTest {

  private static final FailureLog.Messages MESSAGES =
      new FailureLog.Messages("the call fails", "the call works again");

  private final Queue<SubstituteLoggingEvent> events = new ArrayDeque<>();
  private final Logger logger =
      new EventRecordingLogger(new SubstituteLogger("test", events, false), events);
  private final FailureLog failures = new FailureLog(logger, "call", MESSAGES);

  @Test
  void shouldSayOnceThatAFailureStartsAndOnceThatItEnds() {
    failures.failed("BEAT", "connection refused");
    failures.failed("BEAT", "connection refused");
    failures.succeeded("BEAT");
    failures.succeeded("BEAT");

    assertThat(lines())
        .containsExactly(
            "WARN call=BEAT why=connection refused the call fails",
            "INFO call=BEAT failures=2 the call works again");
  }

  @Test
  void shouldSayThatTheReasonHasChanged() {
    failures.failed("BEAT", "connection refused");
    failures.failed("BEAT", "throttled, request 7f3a");
    failures.failed("BEAT", "throttled, request 19bc");

    assertThat(lines())
        .containsExactly(
            "WARN call=BEAT why=connection refused the call fails",
            "WARN call=BEAT why=throttled, request 7f3a the call fails");
  }

  @Test
  void shouldKeepSubjectsApart() {
    failures.failed("BEAT", "throttled");
    failures.failed("ROWS", "throttled");
    failures.succeeded("ROWS");

    assertThat(lines()).hasSize(3);
    assertThat(failures.isFailing("BEAT")).isTrue();
    assertThat(failures.isFailing("ROWS")).isFalse();
  }

  @Test
  void shouldSayEachReasonOnceWhenTheyTakeTurns() {
    for (int i = 0; i < 3; i++) {
      failures.failed("BEAT", "n1:4222 refuses");
      failures.failed("BEAT", "n2:4222 refuses");
    }

    assertThat(lines())
        .containsExactly(
            "WARN call=BEAT why=n1:4222 refuses the call fails",
            "WARN call=BEAT why=n2:4222 refuses the call fails");
  }

  @Test
  void shouldNotFillTheLogWithReasonsThatAreNeverTheSame() {
    for (int i = 0; i < 100; i++) {
      failures.failed("BEAT", "token x" + i);
    }
    failures.succeeded("BEAT");

    assertThat(lines())
        .hasSize(FailureEpisodes.MAX_REASONS + 1)
        .last()
        .isEqualTo("INFO call=BEAT failures=100 the call works again");
  }

  @Test
  void shouldShowTheStackTraceOfACause() {
    // Given
    IllegalStateException defect = new IllegalStateException("a defect");

    // When
    failures.failed("BEAT", "a defect", defect);
    failures.failed("BEAT", "a defect", defect);

    // Then
    assertThat(events)
        .singleElement()
        .extracting(SubstituteLoggingEvent::getThrowable)
        .isEqualTo(defect);
  }

  @Test
  void shouldBeginEachLineWithItsContext() {
    // Given
    FailureLog ofACluster =
        new FailureLog(logger, Level.WARN, "call", MESSAGES, Map.of("cluster", "shop/orders"));

    // When
    ofACluster.failed("BEAT", "throttled");
    ofACluster.succeeded("BEAT");

    // Then
    assertThat(lines())
        .containsExactly(
            "WARN cluster=shop/orders call=BEAT why=throttled the call fails",
            "INFO cluster=shop/orders call=BEAT failures=1 the call works again");
  }

  @Test
  void shouldForgetWhatNobodyTriesAnyMore() {
    failures.failed("BEAT", "throttled");
    failures.failed("ROWS", "throttled");

    failures.retain(List.of("ROWS"));

    assertThat(failures.isFailing("BEAT")).isFalse();
    assertThat(failures.isFailing("ROWS")).isTrue();
  }

  private Stream<String> lines() {
    return events.stream().map(event -> event.getLevel() + " " + event.getMessage());
  }
}
