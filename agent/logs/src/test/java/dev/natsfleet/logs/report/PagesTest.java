package dev.natsfleet.logs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.outside.Page;
import dev.natsfleet.logs.outside.Pages;
import dev.natsfleet.logs.receive.Status;
import org.junit.jupiter.api.Test;

class PagesTest {

  @Test
  void shouldTellPrometheusOfAShipper() throws Exception {
    // Given
    var status = Samples.shipper(Samples.log(1));

    // When
    String text =
        Pages.of(() -> status, ShipperMetrics::of, ShipperJson::of, one -> Page.ok(""))
            .at("/metrics")
            .text();

    // Then
    assertThat(text)
        .contains(
            "\nnatsfleet_shipper_connected 1.0\n",
            "\nnatsfleet_shipper_resent_messages_total 31.0\n",
            "\nnatsfleet_shipper_all_lag_seconds 1.25\n",
            "\nnatsfleet_shipper_lost_bytes_total{path=\"/var/log/\\\"a\\\"\\\\b.log\"} 7.0\n");
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
            "\nnatsfleet_receiver_lag_bytes{partition=\"3\"} 600.0\n",
            "\nnatsfleet_receiver_host_written_lines_total{host=\"web1\",partition=\"3\"} 1.0\n",
            "\nnatsfleet_receiver_file_missing_bytes{host=\"web1\",path=\"/var/log/a.log\"} 600.0\n");
  }

  @Test
  void shouldSayNothingOfMissingBytesWithoutAnAccount() throws Exception {
    // Given
    Status stock = Samples.stock(1);

    // Then
    assertThat(ReceiverPages.of(() -> stock).at("/metrics").text())
        .doesNotContain("missing_bytes{", "lag_bytes{");
  }

  @Test
  void shouldBeWellUntilAPartitionStalls() throws Exception {
    assertThat(receiver("").at("/healthz")).isEqualTo(new Page(200, "ok\n"));
    assertThat(receiver("disk full").at("/healthz"))
        .isEqualTo(new Page(503, "partition 3: disk full\n"));
  }

  private static Pages receiver(String trouble) {
    Status status = Samples.receiver(1, trouble);
    return ReceiverPages.of(() -> status);
  }
}
