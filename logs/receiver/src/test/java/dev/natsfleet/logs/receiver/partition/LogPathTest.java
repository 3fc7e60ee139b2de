package dev.natsfleet.logs.receiver.partition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.receiver.audit.ReportedLogs;
import dev.natsfleet.logs.receiver.metrics.LogMetrics;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** By what name an operator finds a log that a log line speaks of. */
class LogPathTest {

  private static final ReportedLogs REPORTED =
      new ReportedLogs() {
        @Override
        public Set<Long> ids() {
          return Set.of(1L);
        }

        @Override
        public String path(String host, long log) {
          return log == 1 ? "/var/log/" + host : "";
        }
      };

  private final PartitionState state = new PartitionState(10, REPORTED, () -> 0);

  @Test
  void shouldTakeThePathThatTheShipperReports() {
    assertThat(state.path("web", 1)).isEqualTo("/var/log/web");
  }

  @Test
  void shouldTakeThePathThatARecordTold() {
    // Given
    LogMetrics metrics = new LogMetrics(0);
    metrics.path("/var/log/a");
    state.host("web").count(2, metrics);

    // When / Then
    assertThat(state.path("web", 2)).isEqualTo("/var/log/a");
  }

  @Test
  void shouldSayThatNobodyHasToldIt() {
    assertThat(state.path("web", 3)).isEqualTo("unknown");
  }
}
