package dev.natsfleet.logs.report;

import dev.natsfleet.logs.outside.Series;
import dev.natsfleet.logs.shipper.Status;
import dev.natsfleet.logs.shipper.Status.LogStatus;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;

/**
 * A shipper in the text format of Prometheus. {@code natsfleet_shipper_all_…} is over all logs;
 * single ones are there as long as they are not too many.
 */
final class ShipperMetrics {

  private static final String PREFIX = "natsfleet_shipper_";

  private ShipperMetrics() {}

  static MetricSnapshots of(Status status) {
    MetricSnapshots.Builder metrics = MetricSnapshots.builder();
    new Series<>(metrics, PREFIX, List.of(status), one -> Labels.EMPTY)
        .gauge("connected", "1 while a session is open", one -> one.connected() ? 1 : 0)
        .counter("doubts", "Sessions that ended in doubt", Status::doubts)
        .counter("stored_messages", "Messages of all times in the stream", Status::sequence)
        .gauge("logs", "Logs that are known", Status::known);
    logs(new Series<>(metrics, PREFIX + "all_", List.of(status.totals()), log -> Labels.EMPTY));
    List<LogStatus> busy = status.logs().stream().filter(ShipperMetrics::isBusy).toList();
    logs(new Series<>(metrics, PREFIX, busy, log -> Labels.of("path", log.path())));
    return metrics.build();
  }

  private static void logs(Series<LogStatus> series) {
    series
        .gauge("lag_bytes", "Bytes seen and not stored", LogStatus::lagBytes)
        .gauge("lag_seconds", "Age of the oldest unread byte", LogStatus::lagSeconds)
        .counter("sent_lines", "Lines sent", LogStatus::linesSent)
        .counter("sent_bytes", "Bytes sent", LogStatus::bytesSent)
        .counter("stored_bytes", "Bytes acknowledged", LogStatus::bytesStored)
        .counter("lost_bytes", "Bytes gone unread", LogStatus::bytesLost);
  }

  private static boolean isBusy(LogStatus log) {
    return log.bytesSent() > 0 || log.lagBytes() > 0 || log.bytesLost() > 0;
  }
}
