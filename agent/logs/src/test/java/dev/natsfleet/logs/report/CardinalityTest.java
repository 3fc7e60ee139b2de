package dev.natsfleet.logs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.receive.FlowStatus;
import dev.natsfleet.logs.receive.Status.FileStatus;
import dev.natsfleet.logs.receive.Status.HostStatus;
import dev.natsfleet.logs.shipper.Status.Flow;
import dev.natsfleet.logs.shipper.Status.LogStatus;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However many files there are, the series are not. */
class CardinalityTest {

  private static final int MANY = 500;
  private static final FlowStatus BUSY = new FlowStatus(1, 2, 1, 2, 0, 0, 0, 0, 0, 0, 0);

  @Test
  void shouldBoundSeriesOfAShipper() {
    // Given
    Flow flow = new Flow(1, 2, 1, 2, 0, 0, 0, 0, 0);
    LogStatus[] logs =
        IntStream.range(0, MANY)
            .mapToObj(i -> new LogStatus("/log" + i, 1, 1, 0, 0, flow))
            .toArray(LogStatus[]::new);

    // Then
    assertThat(most(ShipperMetrics.of(Samples.shipper(logs)))).isEqualTo(ShipperMetrics.MOST);
  }

  @Test
  void shouldBoundHostsAndKeepThoseOfWhichMostIsMissing() {
    // Given
    List<HostStatus> quiet = Collections.nCopies(MANY, host("quiet", FlowStatus.NONE));
    HostStatus busy = host("busy", BUSY);

    // Then
    List<HostStatus> all =
        IntStream.range(0, MANY + 1).mapToObj(i -> i < MANY ? quiet.get(i) : busy).toList();
    assertThat(Foremost.hosts(all, 3)).hasSize(3).first().isEqualTo(busy);
  }

  @Test
  void shouldHaveOneSeriesForAFileThatTwoLogsStoodFor() {
    // Given
    FileStatus one = new FileStatus("web", "/a", BUSY, Optional.empty());
    FileStatus nameless = new FileStatus("web", "", BUSY, Optional.empty());

    // When
    List<FileStatus> files = Foremost.files(List.of(one, nameless, one), MANY);

    // Then
    assertThat(files).singleElement().extracting(file -> file.flow().linesWritten()).isEqualTo(2L);
  }

  private static HostStatus host(String name, FlowStatus flow) {
    return new HostStatus(0, name, flow, 0, 0, Optional.empty(), Optional.empty());
  }

  private static int most(MetricSnapshots all) {
    return all.stream().map(MetricSnapshot::getDataPoints).mapToInt(List::size).max().orElse(0);
  }
}
