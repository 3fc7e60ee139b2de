package dev.natsfleet.logs.receiver.report;

import dev.natsfleet.logs.protocol.audit.OffsetComparison;
import dev.natsfleet.logs.receiver.metrics.LogTotals;
import dev.natsfleet.monitoring.MetricFamily;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Metrics that partitions, hosts and files of a receiver have in common. */
final class LogTotalsMetrics {

  private LogTotalsMetrics() {}

  /** Adds all of them. */
  static <T> MetricFamily<T> all(MetricFamily<T> family, Function<T, LogTotals> totals) {
    return faults(throughput(family, totals), totals);
  }

  /** Adds how much was written. */
  static <T> MetricFamily<T> throughput(MetricFamily<T> family, Function<T, LogTotals> totals) {
    return family
        .counter("written_lines", "Lines committed", t -> totals.apply(t).linesWritten())
        .counter("written_bytes", "Bytes committed", t -> totals.apply(t).bytesWritten())
        .gauge(
            "uncommitted_lines",
            "Lines stored, not written",
            t -> totals.apply(t).linesUncommitted())
        .gauge(
            "uncommitted_bytes",
            "Bytes stored, not written",
            t -> totals.apply(t).bytesUncommitted())
        .counter("rotations", "Files that followed another", t -> totals.apply(t).rotations());
  }

  /** Adds the audit of a shipper, compared with what is here. */
  static <T> MetricFamily<T> comparison(
      MetricFamily<T> family, Function<T, Optional<OffsetComparison>> comparison) {
    return family
        .gauge(
            "audit_read_bytes",
            "Bytes that its shipper has read",
            bytes(comparison, OffsetComparison::read))
        .gauge(
            "audit_published_bytes",
            "Of these, acknowledged",
            bytes(comparison, OffsetComparison::published))
        .gauge(
            "audit_stored_bytes",
            "Of these, received in order",
            bytes(comparison, OffsetComparison::stored))
        .gauge(
            "audit_written_bytes",
            "Of these, committed",
            bytes(comparison, OffsetComparison::written))
        .gauge(
            "missing_bytes",
            "Read, not written, not lost: 0 at rest",
            bytes(comparison, OffsetComparison::missing));
  }

  private static <T> MetricFamily<T> faults(MetricFamily<T> family, Function<T, LogTotals> totals) {
    return family
        .counter("duplicates", "Records written before", t -> totals.apply(t).duplicates())
        .counter("trimmed_bytes", "Bytes written before", t -> totals.apply(t).bytesTrimmed())
        .counter("gaps", "Places where bytes are lost", t -> totals.apply(t).gaps())
        .counter("lost_bytes", "Bytes in gaps of known size", t -> totals.apply(t).bytesLost())
        .counter("unknown_gaps", "Gaps of unknown size", t -> totals.apply(t).unknownGaps());
  }

  private static <T> ToDoubleFunction<T> bytes(
      Function<T, Optional<OffsetComparison>> comparison, ToLongFunction<OffsetComparison> number) {
    return thing -> comparison.apply(thing).map(number::applyAsLong).orElse(0L);
  }
}
