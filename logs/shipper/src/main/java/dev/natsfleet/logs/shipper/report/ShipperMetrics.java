package dev.natsfleet.logs.shipper.report;

import dev.natsfleet.logs.shipper.loop.ShipperStatus;
import dev.natsfleet.logs.shipper.loop.ShipperStatus.CheckpointStatus;
import dev.natsfleet.logs.shipper.loop.ShipperStatus.Flow;
import dev.natsfleet.logs.shipper.loop.ShipperStatus.LogStatus;
import dev.natsfleet.logs.shipper.loop.ShipperStatus.SessionStatus;
import dev.natsfleet.monitoring.MetricFamily;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The metrics of a shipper. {@code natsfleet_shipper_all_…} is the sum over all logs; the logs that
 * are furthest behind, and those that were read most, have series of their own.
 */
public final class ShipperMetrics {

  /** Logs with series of their own. */
  public static final int MOST = 100;

  private static final String PREFIX = "natsfleet_shipper_";

  private ShipperMetrics() {}

  /** Renders a status. */
  public static MetricSnapshots of(ShipperStatus status) {
    MetricSnapshots.Builder metrics = MetricSnapshots.builder();
    session(new MetricFamily<>(metrics, PREFIX, List.of(status.session()), one -> Labels.EMPTY));
    checkpoint(
        new MetricFamily<>(metrics, PREFIX, List.of(status.checkpoint()), one -> Labels.EMPTY));
    new MetricFamily<>(metrics, PREFIX, List.of(status), one -> Labels.EMPTY)
        .gauge("logs", "Logs that are known", ShipperStatus::known);
    MetricFamily<LogStatus> totals =
        new MetricFamily<>(metrics, PREFIX + "all_", List.of(status.totals()), log -> Labels.EMPTY);
    logs(totals);
    List<LogStatus> busy =
        status.logs().stream().filter(ShipperMetrics::isBusy).limit(MOST).toList();
    logs(new MetricFamily<>(metrics, PREFIX, busy, log -> Labels.of("path", log.path())));
    return metrics.build();
  }

  private static void session(MetricFamily<SessionStatus> session) {
    session
        .gauge("connected", "1 while a session is open", one -> one.connected() ? 1 : 0)
        .counter(
            "unconfirmed_sessions",
            "Sessions that ended before all that they sent was confirmed",
            SessionStatus::unconfirmed)
        .gauge(
            "stored_sequence",
            "Sequence in the stream of the last message that is stored",
            SessionStatus::sequence)
        .counter("resent_messages", "Messages sent again", SessionStatus::messagesResent)
        .gauge(
            "held_back",
            "1 while nothing new is sent because the stream has less than 15 % left",
            one -> one.heldBack().isEmpty() ? 0 : 1)
        .gauge("window_messages", "Messages in flight", one -> one.inFlight().messages())
        .gauge(
            "window_max_messages",
            "Messages that may be in flight",
            one -> one.inFlight().maxMessages())
        .gauge("window_bytes", "Bytes in flight", one -> one.inFlight().bytes())
        .gauge("window_max_bytes", "Bytes that may be in flight", one -> one.inFlight().maxBytes());
  }

  private static void checkpoint(MetricFamily<CheckpointStatus> checkpoint) {
    checkpoint
        .counter("checkpoints", "Checkpoints written", CheckpointStatus::written)
        .gauge("checkpoint_timestamp_seconds", "When the last one was", CheckpointStatus::at)
        .gauge("checkpoint_seconds", "How long the last one took", CheckpointStatus::seconds);
  }

  private static MetricFamily<LogStatus> logs(MetricFamily<LogStatus> metricFamily) {
    return metricFamily
        .gauge("lag_bytes", "Bytes seen and not acknowledged", LogStatus::lagBytes)
        .gauge("lag_seconds", "Age of the oldest unread byte", LogStatus::lagSeconds)
        .gauge("generations", "Generations that are not complete", LogStatus::generations)
        .counter("read_lines", "Lines read and sent, each once", flow(Flow::linesRead))
        .counter("read_bytes", "Bytes read and sent, each once", flow(Flow::bytesRead))
        .counter("published_lines", "Lines acknowledged", flow(Flow::linesPublished))
        .counter("published_bytes", "Bytes acknowledged", flow(Flow::bytesPublished))
        .counter(
            "resent_lines",
            "Lines sent again because they were unconfirmed",
            flow(Flow::linesResent))
        .counter(
            "resent_bytes",
            "Bytes sent again because they were unconfirmed",
            flow(Flow::bytesResent))
        .counter(
            "lost_bytes",
            "Bytes gone unread; what is found and read later stays counted",
            flow(Flow::bytesLost))
        .counter(
            "unknown_losses",
            "Losses of unknown size: truncations, and files that were gone before they were read",
            flow(Flow::unknownLosses))
        .counter("rotations", "Times a name stood for another file", flow(Flow::rotations));
  }

  private static ToDoubleFunction<LogStatus> flow(ToLongFunction<Flow> number) {
    return log -> number.applyAsLong(log.flow());
  }

  private static boolean isBusy(LogStatus log) {
    return log.flow().bytesRead() > 0
        || log.lagBytes() > 0
        || log.flow().bytesLost() > 0
        || log.flow().unknownLosses() > 0;
  }
}
