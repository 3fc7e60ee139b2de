package dev.natsfleet.logs.receiver.report;

import dev.natsfleet.logs.protocol.audit.OffsetComparison;
import dev.natsfleet.logs.receiver.metrics.LogTotals;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.FileStatus;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.HostStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Limits how many hosts and files are shown: those that miss most come first. */
public final class TopEntries {

  private static final Comparator<HostStatus> HOSTS =
      Comparator.comparingLong(
              (HostStatus host) -> host.comparison().map(OffsetComparison::missing).orElse(0L))
          .thenComparingLong(host -> host.logTotals().bytesStored())
          .reversed();

  private TopEntries() {}

  /** All hosts when they are not too many; else those with most missing or most stored bytes. */
  public static List<HostStatus> hosts(List<HostStatus> all, int most) {
    return all.size() <= most ? all : all.stream().sorted(HOSTS).limit(most).toList();
  }

  /** Files by name: a shipper that lost its checkpoint begins anew under the same names. */
  public static List<FileStatus> files(List<FileStatus> sorted, int most) {
    Map<List<String>, FileStatus> byName = new LinkedHashMap<>();
    sorted.stream()
        .filter(file -> !file.path().isEmpty())
        .forEach(file -> byName.merge(List.of(file.host(), file.path()), file, TopEntries::both));
    return new ArrayList<>(byName.values()).stream().limit(most).toList();
  }

  private static FileStatus both(FileStatus one, FileStatus other) {
    LogTotals totals = one.logTotals().plus(other.logTotals());
    Optional<OffsetComparison> comparison =
        one.comparison().map(a -> other.comparison().map(a::plus).orElse(a)).or(other::comparison);
    return new FileStatus(one.host(), one.path(), totals, comparison);
  }
}
