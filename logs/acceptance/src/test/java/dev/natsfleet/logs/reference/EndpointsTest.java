package dev.natsfleet.logs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.receiver.report.ReceiverEndpoints;
import dev.natsfleet.logs.receiver.status.ReceiverStatus;
import dev.natsfleet.logs.shipper.report.ShipperJson;
import dev.natsfleet.logs.shipper.report.ShipperMetrics;
import dev.natsfleet.monitoring.Endpoints;
import dev.natsfleet.monitoring.Response;
import org.junit.jupiter.api.Test;

class EndpointsTest {

  @Test
  void shouldTellPrometheusOfAShipper() throws Exception {
    // Given
    var shipperStatus = SampleStatuses.shipper(SampleStatuses.log(1));

    // When
    String text =
        Endpoints.of(
                () -> shipperStatus, ShipperMetrics::of, ShipperJson::of, one -> Response.ok(""))
            .at("/metrics")
            .body();

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
    String text = receiver("").at("/metrics").body();

    // Then
    assertThat(text)
        .contains(
            "\nnatsfleet_receiver_gaps_total{partition=\"3\"} 5.0\n",
            "\nnatsfleet_receiver_lag_seconds{partition=\"3\"} 2.5\n",
            "\nnatsfleet_receiver_lag_bytes{partition=\"3\"} 600.0\n",
            "\nnatsfleet_receiver_host_written_lines_total{host=\"web1\",partition=\"3\"} 1.0\n",
            "\n"
                + "natsfleet_receiver_file_missing_bytes{host=\"web1\",path=\"/var/log/a.log\"}"
                + " 600.0\n");
  }

  @Test
  void shouldSayNothingOfMissingBytesWithoutAnAudit() throws Exception {
    // Given
    ReceiverStatus stock = SampleStatuses.stock(1);

    // Then
    assertThat(ReceiverEndpoints.of(() -> stock).at("/metrics").body())
        .doesNotContain("missing_bytes{", "lag_bytes{");
  }

  @Test
  void shouldBeWellUntilAPartitionStalls() throws Exception {
    assertThat(receiver("").at("/healthz")).isEqualTo(new Response(200, Response.TEXT, "ok\n"));
    assertThat(receiver("disk full").at("/healthz"))
        .isEqualTo(new Response(503, Response.TEXT, "partition 3: disk full\n"));
  }

  @Test
  void shouldNotBeWellWhileTheReceiverCannotDoWhatConcernsNoPartition() throws Exception {
    assertThat(receiver("", "cannot publish positions: denied").at("/healthz"))
        .isEqualTo(new Response(503, Response.TEXT, "cannot publish positions: denied\n"));
  }

  private static Endpoints receiver(String fault, String... faults) {
    ReceiverStatus receiverStatus = SampleStatuses.receiver(1, fault, faults);
    return ReceiverEndpoints.of(() -> receiverStatus);
  }
}
