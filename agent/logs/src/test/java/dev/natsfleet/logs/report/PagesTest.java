package dev.natsfleet.logs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.outside.Page;
import dev.natsfleet.logs.outside.Pages;
import dev.natsfleet.logs.receive.Status;
import dev.natsfleet.logs.shipper.Status.LogStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {

  @Test
  void shouldTellPrometheusOfAShipper() throws Exception {
    // Given
    LogStatus log = new LogStatus("/var/\"a\"\\b.log", 3, 1, 4096, 1.25, 1, 2, 3, 7);
    var status = new dev.natsfleet.logs.shipper.Status(true, 2, "", 99, 1, log, List.of(log));

    // When
    String text =
        Pages.of(() -> status, ShipperMetrics::of, ShipperJson::of, one -> Page.ok(""))
            .at("/metrics")
            .text();

    // Then
    assertThat(text)
        .contains(
            "\nnatsfleet_shipper_connected 1.0\n",
            "\nnatsfleet_shipper_all_lag_seconds 1.25\n",
            "\nnatsfleet_shipper_lost_bytes_total{path=\"/var/\\\"a\\\"\\\\b.log\"} 7.0\n");
  }

  @Test
  void shouldTellPrometheusOfAReceiver() throws Exception {
    // When
    String text = receiver("").at("/metrics").text();

    // Then
    assertThat(text)
        .contains(
            "\nnatsfleet_receiver_gaps_total{partition=\"3\"} 5.0\n",
            "\nnatsfleet_receiver_lag_seconds{partition=\"3\"} 2.5\n",
            "\nnatsfleet_receiver_written_lines_total{host=\"web1\"} 1.0\n");
  }

  @Test
  void shouldBeWellUntilAPartitionStalls() throws Exception {
    assertThat(receiver("").at("/healthz")).isEqualTo(new Page(200, "ok\n"));
    assertThat(receiver("disk full").at("/healthz"))
        .isEqualTo(new Page(503, "partition 3: disk full\n"));
  }

  private static Pages receiver(String trouble) {
    Status status = ReceiverReportTest.status(1, trouble);
    return ReceiverPages.of(() -> status);
  }
}
