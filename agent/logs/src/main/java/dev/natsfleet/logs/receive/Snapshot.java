package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.account.Match;
import dev.natsfleet.logs.account.Reach;
import dev.natsfleet.logs.receive.Status.FileStatus;
import dev.natsfleet.logs.receive.Status.HostStatus;
import dev.natsfleet.logs.receive.Status.Owner;
import dev.natsfleet.logs.receive.Status.PartitionStatus;
import dev.natsfleet.logs.receive.Status.Progress;
import dev.natsfleet.logs.receive.Status.Totals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A status in the making; used once. */
final class Snapshot {

  private static final int MOST = 500;
  private static final double SECOND = 1e9;
  private static final Comparator<FileStatus> FOREMOST =
      Comparator.comparingLong(FileStatus::missing)
          .thenComparingLong(file -> file.flow().bytesStored())
          .reversed();

  private final Accounts accounts;
  private final double at;
  private final List<PartitionStatus> partitions = new ArrayList<>();
  private final List<FileStatus> files = new ArrayList<>();

  /** At a time in seconds since 1970. */
  Snapshot(Accounts accounts, double at) {
    this.accounts = accounts;
    this.at = at;
  }

  /** Adds a partition; without a worker when it is not ours now. */
  void add(int partition, String stream, Counts counts, @Nullable PartitionWorker worker) {
    List<HostView> views = views(partition, counts, worker);
    views.forEach(view -> files.addAll(view.files()));
    List<HostStatus> hosts = views.stream().map(view -> view.status(partition, at)).toList();
    partitions.add(
        new PartitionStatus(
            partition,
            stream,
            owner(worker),
            worker == null ? "" : worker.trouble(),
            progress(counts, worker, hosts),
            Totals.of(counts),
            hosts.stream().map(HostStatus::flow).reduce(FlowStatus.NONE, FlowStatus::plus),
            hosts.stream().flatMap(host -> host.match().stream()).reduce(Match::plus),
            hosts));
  }

  Status status(boolean connected, String copy) {
    List<FileStatus> foremost = files.stream().sorted(FOREMOST).limit(MOST).toList();
    return new Status(at, connected, copy, partitions, foremost);
  }

  private List<HostView> views(int partition, Counts counts, @Nullable PartitionWorker worker) {
    boolean crowded = counts.reached().isEmpty();
    Map<String, Accounts.Account> said = crowded ? Map.of() : accounts.of(partition);
    TreeSet<String> names = new TreeSet<>(said.keySet());
    counts.hosts().forEach(host -> names.add(host.host));
    LongFunction<Reach> reach = reach(counts.reached().orElse(Map.of()), unknown(worker));
    return names.stream()
        .map(name -> HostView.of(host(counts, name), Optional.ofNullable(said.get(name)), reach))
        .toList();
  }

  private static Counts.HostCounts host(Counts counts, String name) {
    return counts.find(name).orElseGet(() -> new Counts.HostCounts(name)); // nothing came yet
  }

  private static LongFunction<Reach> reach(Map<Long, Reach.Known> known, Reach unknown) {
    return log -> {
      Reach there = known.get(log);
      return there == null ? unknown : there;
    };
  }

  /** What a log is of which the journal knows nothing, when nothing of it can be on its way. */
  private static Reach unknown(@Nullable PartitionWorker worker) {
    boolean calm = worker != null && worker.trouble().isEmpty() && worker.pending() == 0;
    return calm ? new Reach.Forgotten() : new Reach.Nothing();
  }

  private static Owner owner(@Nullable PartitionWorker worker) {
    return worker == null
        ? Owner.OTHER
        : new Owner(true, worker.lease().token(), worker.ownedFor() / SECOND);
  }

  private Progress progress(
      Counts counts, @Nullable PartitionWorker worker, List<HostStatus> hosts) {
    double seconds = counts.lastCommitNanos / SECOND;
    if (worker == null) {
      return new Progress(0, -1, 0, seconds, 0);
    }
    long pending = worker.pending();
    double newest = hosts.stream().mapToDouble(HostStatus::storedAt).max().orElse(at);
    double lag = pending > 0 && newest > 0 ? Math.max(0, at - newest) : 0;
    return new Progress(worker.committed().sequence(), pending, worker.heldBytes(), seconds, lag);
  }
}
