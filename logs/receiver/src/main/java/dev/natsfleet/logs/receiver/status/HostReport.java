package dev.natsfleet.logs.receiver.status;

import dev.natsfleet.logs.protocol.audit.AuditHead;
import dev.natsfleet.logs.protocol.audit.LogAudit;
import dev.natsfleet.logs.protocol.audit.OffsetComparison;
import dev.natsfleet.logs.protocol.audit.ReceivedOffsets;
import dev.natsfleet.logs.receiver.audit.ShipperAudit;
import dev.natsfleet.logs.receiver.metrics.LogMetrics;
import dev.natsfleet.logs.receiver.metrics.LogTotals;
import dev.natsfleet.logs.receiver.partition.HostState;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.FileStatus;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.HostStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A host as it is now: the totals of each log, compared with the audit of its shipper.
 *
 * @param name of the host
 * @param storedAt when the stream took the last of its messages, in seconds since 1970
 * @param head of its shipper's audit
 * @param past totals of logs that are not counted one by one any more
 * @param files one for each log
 */
record HostReport(
    String name,
    double storedAt,
    Optional<AuditHead> head,
    LogTotals past,
    List<FileStatus> files) {

  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * Compares a host with its audit.
   *
   * @param offsets how far the files of a log are
   */
  static HostReport of(
      HostState host, Optional<ShipperAudit> audit, Function<LogAudit, ReceivedOffsets> offsets) {
    String name = host.name();
    Map<Long, FileStatus> files = new HashMap<>();
    host.metrics().logs().forEach((log, metrics) -> files.put(log, file(name, metrics)));
    audit.stream()
        .flatMap(ShipperAudit::logs)
        .forEach(
            log -> {
              LogTotals totals = totals(files.get(log.log()));
              files.put(log.log(), file(name, log, offsets.apply(log), totals));
            });
    return new HostReport(
        name,
        host.metrics().storedAt() / NANOS_PER_SECOND,
        audit.flatMap(ShipperAudit::head),
        host.metrics().past(),
        new ArrayList<>(files.values()));
  }

  /** The host's status in a partition, at a time in seconds since 1970. */
  HostStatus status(int partition, double at) {
    Optional<OffsetComparison> comparison =
        head.map(present -> files.stream().flatMap(file -> file.comparison().stream()))
            .map(all -> all.reduce(OffsetComparison.NONE, OffsetComparison::plus));
    double age = storedAt == 0 ? 0 : Math.max(0, at - storedAt);
    LogTotals totals = files.stream().map(FileStatus::logTotals).reduce(past, LogTotals::plus);
    return new HostStatus(partition, name, totals, storedAt, age, head, comparison);
  }

  private static LogTotals totals(@Nullable FileStatus file) {
    return file == null ? LogTotals.NONE : file.logTotals();
  }

  private static FileStatus file(String host, LogMetrics metrics) {
    return new FileStatus(host, metrics.path(), metrics.totals(), Optional.empty());
  }

  private static FileStatus file(
      String host, LogAudit audit, ReceivedOffsets offsets, LogTotals totals) {
    OffsetComparison comparison =
        OffsetComparison.compare(audit, offsets, totals.bytesUncommitted(), totals.bytesGivenUp());
    return new FileStatus(host, audit.path(), totals, Optional.of(comparison));
  }
}
