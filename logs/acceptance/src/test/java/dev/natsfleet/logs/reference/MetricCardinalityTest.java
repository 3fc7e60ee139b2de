package dev.natsfleet.logs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.receiver.metrics.LogTotals;
import dev.natsfleet.logs.receiver.report.TopEntries;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.FileStatus;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.HostStatus;
import dev.natsfleet.logs.shipper.loop.ShipperStatus.Flow;
import dev.natsfleet.logs.shipper.loop.ShipperStatus.LogStatus;
import dev.natsfleet.logs.shipper.report.ShipperMetrics;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However many files there are, the series are not. */
class MetricCardinalityTest {

  private static final int MANY = 500;
  private static final LogTotals BUSY = new LogTotals(1, 2, 1, 2, 0, 0, 0, 0, 0, 0, 0);

  @Test
  void shouldBoundSeriesOfAShipper() {
    // Given
    Flow flow = new Flow(1, 2, 1, 2, 0, 0, 0, 0, 0);
    LogStatus[] logs =
        IntStream.range(0, MANY)
            .mapToObj(i -> new LogStatus("/log" + i, 1, 1, 0, 0, flow))
            .toArray(LogStatus[]::new);

    // Then
    assertThat(most(ShipperMetrics.of(SampleStatuses.shipper(logs))))
        .isEqualTo(ShipperMetrics.MOST);
  }

  @Test
  void shouldBoundHostsAndKeepThoseOfWhichMostIsMissing() {
    // Given
    List<HostStatus> quiet = Collections.nCopies(MANY, host("quiet", LogTotals.NONE));
    HostStatus busy = host("busy", BUSY);

    // Then
    List<HostStatus> all =
        IntStream.range(0, MANY + 1).mapToObj(i -> i < MANY ? quiet.get(i) : busy).toList();
    assertThat(TopEntries.hosts(all, 3)).hasSize(3).first().isEqualTo(busy);
  }

  @Test
  void shouldHaveOneSeriesForAFileThatTwoLogsStoodFor() {
    // Given
    FileStatus one = new FileStatus("web", "/a", BUSY, Optional.empty());
    FileStatus nameless = new FileStatus("web", "", BUSY, Optional.empty());

    // When
    List<FileStatus> files = TopEntries.files(List.of(one, nameless, one), MANY);

    // Then
    assertThat(files)
        .singleElement()
        .extracting(file -> file.logTotals().linesWritten())
        .isEqualTo(2L);
  }

  private static HostStatus host(String name, LogTotals flow) {
    return new HostStatus(0, name, flow, 0, 0, Optional.empty(), Optional.empty());
  }

  private static int most(MetricSnapshots all) {
    return all.stream().map(MetricSnapshot::getDataPoints).mapToInt(List::size).max().orElse(0);
  }
}
