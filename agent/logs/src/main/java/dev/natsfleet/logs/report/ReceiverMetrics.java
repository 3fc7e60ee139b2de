package dev.natsfleet.logs.report;

import dev.natsfleet.logs.account.Head;
import dev.natsfleet.logs.account.Match;
import dev.natsfleet.logs.outside.Series;
import dev.natsfleet.logs.receive.Status;
import dev.natsfleet.logs.receive.Status.FileStatus;
import dev.natsfleet.logs.receive.Status.HostStatus;
import dev.natsfleet.logs.receive.Status.PartitionStatus;
import dev.natsfleet.logs.receive.Status.Progress;
import dev.natsfleet.logs.receive.Status.Totals;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A receiver in the text format of Prometheus. Partitions have series without a prefix; hosts and
 * files have {@code natsfleet_receiver_host_…} and {@code natsfleet_receiver_file_…}, as many as
 * are bounded.
 */
final class ReceiverMetrics {

  /** Hosts with series of their own. */
  static final int MOST_HOSTS = 200;

  /** Files with series of their own. */
  static final int MOST_FILES = 100;

  private static final String PREFIX = "natsfleet_receiver_";

  private ReceiverMetrics() {}

  static MetricSnapshots of(Status status) {
    MetricSnapshots.Builder metrics = MetricSnapshots.builder();
    new Series<>(metrics, PREFIX, List.of(status), one -> Labels.EMPTY)
        .gauge("connected", "1 while the connection to NATS is up", one -> flag(one.connected()))
        .gauge("hosts", "Hosts that are known", ReceiverMetrics::hosts);
    partitions(metrics, status.partitions());
    List<HostStatus> all =
        status.partitions().stream().flatMap(one -> one.hosts().stream()).toList();
    hosts(metrics, Foremost.hosts(all, MOST_HOSTS));
    files(metrics, Foremost.files(status.files(), MOST_FILES));
    return metrics.build();
  }

  private static void partitions(MetricSnapshots.Builder metrics, List<PartitionStatus> all) {
    Series<PartitionStatus> series = new Series<>(metrics, PREFIX, all, ReceiverMetrics::labels);
    now(series);
    waiting(metrics, all);
    sinceStart(series);
    FlowSeries.amounts(series, PartitionStatus::flow);
    List<PartitionStatus> matched = all.stream().filter(one -> one.match().isPresent()).toList();
    new Series<>(metrics, PREFIX, matched, ReceiverMetrics::labels)
        .gauge(
            "lag_bytes",
            "Bytes of the accounts that are missing",
            one -> one.match().map(Match::missing).orElse(0L));
  }

  private static void now(Series<PartitionStatus> partitions) {
    partitions
        .gauge("owned", "1 while the partition is ours", one -> flag(one.owner().ours()))
        .gauge("owned_seconds", "For how long it is ours", one -> one.owner().seconds())
        .gauge("lease_token", "Fencing token; 0 without a lease", one -> one.owner().token())
        .gauge("stalled", "1 while nothing can be written", one -> flag(!one.trouble().isEmpty()))
        .gauge("committed_sequence", "Everything up to here is durable", now(Progress::committed))
        .gauge("held_bytes", "Bytes behind missing ones", now(Progress::heldBytes))
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

  private static Series<PartitionStatus> known(
      MetricSnapshots.Builder metrics,
      List<PartitionStatus> all,
      ToDoubleFunction<PartitionStatus> number) {
    List<PartitionStatus> known =
        all.stream().filter(one -> number.applyAsDouble(one) >= 0).toList();
    return new Series<>(metrics, PREFIX, known, ReceiverMetrics::labels);
  }

  private static void sinceStart(Series<PartitionStatus> partitions) {
    partitions
        .counter("read_messages", "Messages read", total(Totals::messages))
        .counter("skipped_sequences", "Sequences gone unread", total(Totals::skipped))
        .counter("duplicates", "Records that were there", total(Totals::duplicates))
        .counter("trimmed_bytes", "Bytes that were there", total(Totals::trimmedBytes))
        .counter("gaps", "Places where bytes are lost", total(Totals::gaps))
        .counter("lost_bytes", "Bytes in gaps of known size", total(Totals::lostBytes))
        .counter("unknown_gaps", "Gaps of unknown size", total(Totals::unknownGaps))
        .counter(
            "refused_lines",
            "Lines of illegal hosts, and malformed bundles",
            total(Totals::refused))
        .counter("commits", "Group commits", total(Totals::commits))
        .counter("commit_seconds", "Time in commits", total(Totals::commitSeconds))
        .counter("stalls", "Times it began again", total(Totals::stalls));
  }

  private static void hosts(MetricSnapshots.Builder metrics, List<HostStatus> hosts) {
    String prefix = PREFIX + "host_";
    Series<HostStatus> series = new Series<>(metrics, prefix, hosts, ReceiverMetrics::labels);
    FlowSeries.all(series, HostStatus::flow)
        .gauge("stored_timestamp_seconds", "When its last line was stored", HostStatus::storedAt);
    List<HostStatus> matched = hosts.stream().filter(host -> host.match().isPresent()).toList();
    FlowSeries.match(
            new Series<>(metrics, prefix, matched, ReceiverMetrics::labels), HostStatus::match)
        .gauge(
            "account_timestamp_seconds",
            "When its shipper gave the account, by the shipper's clock",
            host -> host.head().map(Head::at).orElse(0.0));
  }

  private static void files(MetricSnapshots.Builder metrics, List<FileStatus> files) {
    String prefix = PREFIX + "file_";
    FlowSeries.all(new Series<>(metrics, prefix, files, ReceiverMetrics::labels), FileStatus::flow);
    List<FileStatus> matched = files.stream().filter(file -> file.match().isPresent()).toList();
    FlowSeries.match(
        new Series<>(metrics, prefix, matched, ReceiverMetrics::labels), FileStatus::match);
  }

  private static long hosts(Status status) {
    return status.partitions().stream().mapToLong(one -> one.hosts().size()).sum();
  }

  private static ToDoubleFunction<PartitionStatus> total(ToDoubleFunction<Totals> number) {
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
