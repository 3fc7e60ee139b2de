package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.account.Entry;
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
import java.util.function.Function;
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
    synchronized (counts) { // which lets go of logs now and then
      look(partition, stream, counts, worker);
    }
  }

  private void look(int partition, String stream, Counts counts, @Nullable PartitionWorker worker) {
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
            hosts.stream().map(HostStatus::flow).reduce(counts.past(), FlowStatus::plus),
            hosts.stream().flatMap(host -> host.match().stream()).reduce(Match::plus),
            hosts));
  }

  Status status(boolean connected, String copy) {
    List<FileStatus> foremost = files.stream().sorted(FOREMOST).limit(MOST).toList();
    return new Status(at, connected, copy, partitions, foremost);
  }

  private List<HostView> views(int partition, Counts counts, @Nullable PartitionWorker worker) {
    Optional<Map<Long, Reach.Known>> known = counts.reached.known();
    Map<String, Account> said = known.isEmpty() ? Map.of() : accounts.of(partition);
    TreeSet<String> names = new TreeSet<>(said.keySet());
    counts.hosts().forEach(host -> names.add(host.host));
    Function<Entry, Reach> reach = reach(known.orElse(Map.of()), counts.reached, isCalm(worker));
    return names.stream()
        .map(name -> HostView.of(host(counts, name), Optional.ofNullable(said.get(name)), reach))
        .toList();
  }

  private static HostCounts host(Counts counts, String name) {
    return counts.find(name).orElseGet(() -> new HostCounts(name)); // nothing came yet
  }

  private static Function<Entry, Reach> reach(
      Map<Long, Reach.Known> known, Reached reached, boolean calm) {
    return entry -> {
      Reach there = known.get(entry.log());
      return there == null ? reached.unknown(entry, calm) : there;
    };
  }

  /** Whether nothing can be on its way. */
  private static boolean isCalm(@Nullable PartitionWorker worker) {
    return worker != null && worker.trouble().isEmpty() && worker.pending() == 0;
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
      return new Progress(0, -1, 0, seconds, -1);
    }
    long pending = worker.pending();
    double lag = lag(pending, worker, hosts);
    return new Progress(worker.committed().sequence(), pending, worker.heldBytes(), seconds, lag);
  }

  private double lag(long pending, PartitionWorker worker, List<HostStatus> hosts) {
    double committed = worker.committed().time() / SECOND;
    double newest = hosts.stream().mapToDouble(HostStatus::storedAt).reduce(committed, Math::max);
    return pending < 0 || (pending > 0 && newest == 0)
        ? -1
        : pending == 0 ? 0 : Math.max(0, at - newest);
  }
}
