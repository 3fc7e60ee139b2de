package dev.natsfleet.logs.report;

import dev.natsfleet.logs.outside.Series;
import dev.natsfleet.logs.receive.Status;
import dev.natsfleet.logs.receive.Status.HostStatus;
import dev.natsfleet.logs.receive.Status.PartitionStatus;
import dev.natsfleet.logs.receive.Status.Totals;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A receiver in the text format of Prometheus. */
final class ReceiverMetrics {

  private static final String PREFIX = "natsfleet_receiver_";

  private ReceiverMetrics() {}

  static MetricSnapshots of(Status status) {
    MetricSnapshots.Builder metrics = MetricSnapshots.builder();
    new Series<>(metrics, PREFIX, List.of(status), one -> Labels.EMPTY)
        .gauge("connected", "1 while the connection to NATS is up", one -> flag(one.connected()));
    Series<PartitionStatus> partitions =
        new Series<>(metrics, PREFIX, status.partitions(), ReceiverMetrics::labels);
    now(partitions, status.at());
    sinceStart(partitions);
    hosts(metrics, status);
    return metrics.build();
  }

  private static void now(Series<PartitionStatus> partitions, double at) {
    partitions
        .gauge("owned", "1 while the partition is ours", one -> flag(one.owned()))
        .gauge("stalled", "1 while nothing can be written", one -> flag(!one.trouble().isEmpty()))
        .gauge("committed_sequence", "Everything up to here is durable", PartitionStatus::committed)
        .gauge("pending_messages", "Messages that wait in the stream", PartitionStatus::pending)
        .gauge("lag_seconds", "Age of the newest line while others wait", one -> one.lagSeconds(at))
        .gauge("held_bytes", "Bytes behind missing ones", PartitionStatus::heldBytes);
  }

  private static void sinceStart(Series<PartitionStatus> partitions) {
    partitions
        .counter("read_messages", "Messages read", total(Totals::messages))
        .counter("skipped_sequences", "Sequences gone unread", total(Totals::skipped))
        .counter("duplicates", "Records that were there", total(Totals::duplicates))
        .counter("trimmed_bytes", "Bytes that were there", total(Totals::trimmedBytes))
        .counter("gaps", "Places where bytes are lost", total(Totals::gaps))
        .counter("missing_bytes", "Bytes in gaps of known size", total(Totals::missingBytes))
        .counter("unknown_gaps", "Gaps of unknown size", total(Totals::unknownGaps))
        .counter(
            "refused_lines",
            "Lines of illegal hosts, and malformed bundles",
            total(Totals::refused))
        .counter("commits", "Group commits", total(Totals::commits))
        .counter("commit_seconds", "Time in commits", total(Totals::commitSeconds))
        .counter("stalls", "Times it began again", total(Totals::stalls));
  }

  private static void hosts(MetricSnapshots.Builder metrics, Status status) {
    List<HostStatus> hosts =
        status.partitions().stream().flatMap(one -> one.hosts().stream()).toList();
    new Series<>(metrics, PREFIX, hosts, host -> Labels.of("host", host.host()))
        .counter("written_lines", "Lines written", HostStatus::lines)
        .counter("written_bytes", "Bytes written", HostStatus::bytes)
        .gauge(
            "host_stored_timestamp_seconds", "When the last line was stored", HostStatus::storedAt);
  }

  private static ToDoubleFunction<PartitionStatus> total(ToDoubleFunction<Totals> number) {
    return one -> number.applyAsDouble(one.totals());
  }

  private static Labels labels(PartitionStatus one) {
    return Labels.of("partition", String.valueOf(one.partition()));
  }

  private static double flag(boolean is) {
    return is ? 1 : 0;
  }
}
