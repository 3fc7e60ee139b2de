package dev.natsfleet.logs.receiver.report;

import dev.natsfleet.logs.protocol.audit.AuditHead;
import dev.natsfleet.logs.protocol.audit.OffsetComparison;
import dev.natsfleet.logs.receiver.metrics.PartitionTotals;
import dev.natsfleet.logs.receiver.status.ReceiverStatus;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.FileStatus;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.HostStatus;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.PartitionStatus;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.Progress;
import dev.natsfleet.monitoring.MetricFamily;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A receiver's status as metrics. Series of partitions begin with {@code natsfleet_receiver_},
 * those of hosts with {@code natsfleet_receiver_host_} and those of files with {@code
 * natsfleet_receiver_file_}; there are never more of these than a limit.
 */
public final class ReceiverMetrics {

  /** Hosts with series of their own. */
  public static final int MOST_HOSTS = 200;

  /** Files with series of their own. */
  public static final int MOST_FILES = 100;

  private static final String PREFIX = "natsfleet_receiver_";

  private ReceiverMetrics() {}

  public static MetricSnapshots of(ReceiverStatus status) {
    MetricSnapshots.Builder metrics = MetricSnapshots.builder();
    new MetricFamily<>(metrics, PREFIX, List.of(status), one -> Labels.EMPTY)
        .gauge("connected", "1 while the connection to NATS is up", one -> flag(one.connected()))
        .gauge("hosts", "Hosts that are known", ReceiverMetrics::hosts);
    partitions(metrics, status.partitions());
    List<HostStatus> all =
        status.partitions().stream().flatMap(one -> one.hosts().stream()).toList();
    hosts(metrics, TopEntries.hosts(all, MOST_HOSTS));
    files(metrics, TopEntries.files(status.files(), MOST_FILES));
    return metrics.build();
  }

  private static void partitions(MetricSnapshots.Builder metrics, List<PartitionStatus> all) {
    MetricFamily<PartitionStatus> family =
        new MetricFamily<>(metrics, PREFIX, all, ReceiverMetrics::labels);
    now(family);
    waiting(metrics, all);
    sinceStart(family);
    LogTotalsMetrics.throughput(family, PartitionStatus::logTotals);
    List<PartitionStatus> matched =
        all.stream().filter(one -> one.comparison().isPresent()).toList();
    new MetricFamily<>(metrics, PREFIX, matched, ReceiverMetrics::labels)
        .gauge(
            "lag_bytes",
            "Bytes of the audits that are missing",
            one -> one.comparison().map(OffsetComparison::missing).orElse(0L));
  }

  private static void now(MetricFamily<PartitionStatus> partitions) {
    partitions
        .gauge("owned", "1 while the partition is ours", one -> flag(one.owner().owned()))
        .gauge("owned_seconds", "For how long it is ours", one -> one.owner().seconds())
        .gauge("lease_token", "Fencing token; 0 without a lease", one -> one.owner().token())
        .gauge(
            "stalled", "1 while nothing can be written", one -> flag(!one.writeFault().isEmpty()))
        .gauge("committed_sequence", "Everything up to here is durable", now(Progress::committed))
        .gauge("held_bytes", "Bytes held back behind gaps", now(Progress::heldBytes))
        .gauge("last_commit_seconds", "How long the last one took", now(Progress::commitSeconds));
  }

  /** What is not known while a partition stalls, or is not ours. */
  private static void waiting(MetricSnapshots.Builder metrics, List<PartitionStatus> all) {
    known(metrics, all, one -> one.progress().pending())
        .gauge("pending_messages", "Messages that wait in the stream", now(Progress::pending));
    known(metrics, all, one -> one.progress().lagSeconds())
        .gauge(
            "lag_seconds", "Age of the newest line while others wait", now(Progress::lagSeconds));
  }

  private static MetricFamily<PartitionStatus> known(
      MetricSnapshots.Builder metrics,
      List<PartitionStatus> all,
      ToDoubleFunction<PartitionStatus> number) {
    List<PartitionStatus> known =
        all.stream().filter(one -> number.applyAsDouble(one) >= 0).toList();
    return new MetricFamily<>(metrics, PREFIX, known, ReceiverMetrics::labels);
  }

  private static void sinceStart(MetricFamily<PartitionStatus> partitions) {
    partitions
        .counter("read_messages", "Messages read", total(PartitionTotals::messages))
        .counter("skipped_sequences", "Sequences gone unread", total(PartitionTotals::skipped))
        .counter("duplicates", "Records written before", total(PartitionTotals::duplicates))
        .counter("trimmed_bytes", "Bytes written before", total(PartitionTotals::trimmedBytes))
        .counter("gaps", "Places where bytes are lost", total(PartitionTotals::gaps))
        .counter("lost_bytes", "Bytes in gaps of known size", total(PartitionTotals::lostBytes))
        .counter("unknown_gaps", "Gaps of unknown size", total(PartitionTotals::unknownGaps))
        .counter(
            "refused_lines",
            "Lines of illegal hosts, and malformed bundles",
            total(PartitionTotals::refused))
        .counter("commits", "Group commits", total(PartitionTotals::commits))
        .counter("commit_seconds", "Time in commits", total(PartitionTotals::commitSeconds))
        .counter(
            "stalls",
            "Times that it became unable to begin or go on",
            total(PartitionTotals::stalls));
  }

  private static void hosts(MetricSnapshots.Builder metrics, List<HostStatus> hosts) {
    String prefix = PREFIX + "host_";
    MetricFamily<HostStatus> family =
        new MetricFamily<>(metrics, prefix, hosts, ReceiverMetrics::labels);
    LogTotalsMetrics.all(family, HostStatus::logTotals)
        .gauge("stored_timestamp_seconds", "When its last line was stored", HostStatus::storedAt);
    List<HostStatus> matched =
        hosts.stream().filter(host -> host.comparison().isPresent()).toList();
    LogTotalsMetrics.comparison(
            new MetricFamily<>(metrics, prefix, matched, ReceiverMetrics::labels),
            HostStatus::comparison)
        .gauge(
            "audit_timestamp_seconds",
            "When its shipper reported, by the shipper's clock",
            host -> host.head().map(AuditHead::at).orElse(0.0));
  }

  private static void files(MetricSnapshots.Builder metrics, List<FileStatus> files) {
    String prefix = PREFIX + "file_";
    LogTotalsMetrics.all(
        new MetricFamily<>(metrics, prefix, files, ReceiverMetrics::labels), FileStatus::logTotals);
    List<FileStatus> matched =
        files.stream().filter(file -> file.comparison().isPresent()).toList();
    LogTotalsMetrics.comparison(
        new MetricFamily<>(metrics, prefix, matched, ReceiverMetrics::labels),
        FileStatus::comparison);
  }

  private static long hosts(ReceiverStatus status) {
    return status.partitions().stream().mapToLong(one -> one.hosts().size()).sum();
  }

  private static ToDoubleFunction<PartitionStatus> total(ToDoubleFunction<PartitionTotals> number) {
    return one -> number.applyAsDouble(one.totals());
  }

  private static ToDoubleFunction<PartitionStatus> now(ToDoubleFunction<Progress> number) {
    return one -> number.applyAsDouble(one.progress());
  }

  private static Labels labels(PartitionStatus one) {
    return Labels.of("partition", String.valueOf(one.partition()));
  }

  private static Labels labels(HostStatus one) {
    return Labels.of("partition", String.valueOf(one.partition()), "host", one.host());
  }

  private static Labels labels(FileStatus one) {
    return Labels.of("host", one.host(), "path", one.path());
  }

  private static double flag(boolean is) {
    return is ? 1 : 0;
  }
}
