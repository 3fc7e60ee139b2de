package dev.natsfleet.logs.receiver.status;

import dev.natsfleet.logs.protocol.audit.LogAudit;
import dev.natsfleet.logs.protocol.audit.OffsetComparison;
import dev.natsfleet.logs.protocol.audit.ReceivedOffsets;
import dev.natsfleet.logs.receiver.audit.AuditStore;
import dev.natsfleet.logs.receiver.audit.OffsetIndex;
import dev.natsfleet.logs.receiver.audit.ShipperAudit;
import dev.natsfleet.logs.receiver.metrics.LogTotals;
import dev.natsfleet.logs.receiver.partition.PartitionState;
import dev.natsfleet.logs.receiver.partition.PartitionWorker;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.FileStatus;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.HostStatus;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.Owner;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.PartitionStatus;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds one status; used once. */
public final class StatusBuilder {

  private static final int MAX_FILES = 500;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final Comparator<FileStatus> MOST_IMPORTANT_FIRST =
      Comparator.comparingLong(FileStatus::missing)
          .thenComparingLong(file -> file.logTotals().bytesStored())
          .reversed();

  private final AuditStore audits;
  private final double at;
  private final List<PartitionStatus> partitions = new ArrayList<>();
  private final List<FileStatus> files = new ArrayList<>();

  /** A status at a time in seconds since 1970. */
  public StatusBuilder(AuditStore audits, double at) {
    this.audits = audits;
    this.at = at;
  }

  /** Adds a partition; without a worker when it is not ours now. */
  public void add(
      int partition, String stream, PartitionState state, @Nullable PartitionWorker worker) {
    synchronized (state) { // which forgets logs now and then
      addLocked(partition, stream, state, worker);
    }
  }

  /** The status of all partitions that were added. */
  public ReceiverStatus build(boolean connected, String copy, List<String> faults) {
    List<FileStatus> first = files.stream().sorted(MOST_IMPORTANT_FIRST).limit(MAX_FILES).toList();
    return new ReceiverStatus(at, connected, copy, faults, partitions, first);
  }

  private void addLocked(
      int partition, String stream, PartitionState state, @Nullable PartitionWorker worker) {
    List<HostReport> reports = reports(partition, state, worker);
    reports.forEach(report -> files.addAll(report.files()));
    List<HostStatus> hosts = reports.stream().map(report -> report.status(partition, at)).toList();
    partitions.add(
        new PartitionStatus(
            partition,
            stream,
            owner(worker),
            state.fault(),
            worker == null ? "" : worker.streamFault(),
            progress(state, worker, hosts),
            state.metrics().totals(),
            hosts.stream().map(HostStatus::logTotals).reduce(state.past(), LogTotals::plus),
            hosts.stream()
                .flatMap(host -> host.comparison().stream())
                .reduce(OffsetComparison::plus),
            hosts));
  }

  private List<HostReport> reports(
      int partition, PartitionState state, @Nullable PartitionWorker worker) {
    Optional<Map<Long, ReceivedOffsets.Known>> known = state.offsets().known();
    Map<String, ShipperAudit> hostAudits = known.isEmpty() ? Map.of() : audits.audits(partition);
    TreeSet<String> names = new TreeSet<>(hostAudits.keySet());
    state.hosts().forEach(host -> names.add(host.name()));
    Function<LogAudit, ReceivedOffsets> offsets =
        offsets(known.orElse(Map.of()), state.offsets(), isIdle(state, worker));
    return names.stream()
        .map(
            name ->
                HostReport.of(
                    state.findOrEmpty(name), Optional.ofNullable(hostAudits.get(name)), offsets))
        .toList();
  }

  private static Function<LogAudit, ReceivedOffsets> offsets(
      Map<Long, ReceivedOffsets.Known> known, OffsetIndex index, boolean idle) {
    return audit -> {
      ReceivedOffsets offsets = known.get(audit.log());
      return offsets == null ? index.offsetsWithoutJournal(audit, idle) : offsets;
    };
  }

  /** Whether no message can be on its way. */
  private static boolean isIdle(PartitionState state, @Nullable PartitionWorker worker) {
    return worker != null && state.fault().isEmpty() && worker.pending() == 0;
  }

  private static Owner owner(@Nullable PartitionWorker worker) {
    return worker == null
        ? Owner.NONE
        : new Owner(true, worker.lease().token(), worker.ownedNanos() / NANOS_PER_SECOND);
  }

  private Progress progress(
      PartitionState state, @Nullable PartitionWorker worker, List<HostStatus> hosts) {
    double seconds = state.metrics().lastCommitNanos() / NANOS_PER_SECOND;
    if (worker == null) {
      return new Progress(0, -1, 0, seconds, -1);
    }
    long pending = worker.pending();
    double lag = lag(pending, worker, hosts);
    return new Progress(worker.committed().sequence(), pending, worker.heldBytes(), seconds, lag);
  }

  private double lag(long pending, PartitionWorker worker, List<HostStatus> hosts) {
    double committed = worker.committed().time() / NANOS_PER_SECOND;
    double newest = hosts.stream().mapToDouble(HostStatus::storedAt).reduce(committed, Math::max);
    if (pending < 0 || (pending > 0 && newest == 0)) {
      return -1;
    }
    return pending == 0 ? 0 : Math.max(0, at - newest);
  }
}
