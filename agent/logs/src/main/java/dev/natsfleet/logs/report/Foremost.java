package dev.natsfleet.logs.report;

import dev.natsfleet.logs.account.Match;
import dev.natsfleet.logs.receive.FlowStatus;
import dev.natsfleet.logs.receive.Status.FileStatus;
import dev.natsfleet.logs.receive.Status.HostStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** So many and no more, those first that matter most. */
final class Foremost {

  private static final Comparator<HostStatus> HOSTS =
      Comparator.comparingLong((HostStatus host) -> host.match().map(Match::missing).orElse(0L))
          .thenComparingLong(host -> host.flow().bytesStored())
          .reversed();

  private Foremost() {}

  /** As they are, when they are not too many; else those of which most is missing or came. */
  static List<HostStatus> hosts(List<HostStatus> all, int most) {
    return all.size() <= most ? all : all.stream().sorted(HOSTS).limit(most).toList();
  }

  /** Files by name: a shipper that lost its memory begins anew under the same names. */
  static List<FileStatus> files(List<FileStatus> sorted, int most) {
    Map<List<String>, FileStatus> byName = new LinkedHashMap<>();
    sorted.stream()
        .filter(file -> !file.path().isEmpty())
        .forEach(file -> byName.merge(List.of(file.host(), file.path()), file, Foremost::both));
    return new ArrayList<>(byName.values()).stream().limit(most).toList();
  }

  private static FileStatus both(FileStatus one, FileStatus other) {
    FlowStatus flow = one.flow().plus(other.flow());
    Optional<Match> match =
        one.match().map(a -> other.match().map(a::plus).orElse(a)).or(other::match);
    return new FileStatus(one.host(), one.path(), flow, match);
  }
}
