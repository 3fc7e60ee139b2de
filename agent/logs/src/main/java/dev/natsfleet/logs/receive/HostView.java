package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.account.Entry;
import dev.natsfleet.logs.account.Head;
import dev.natsfleet.logs.account.Match;
import dev.natsfleet.logs.account.Reach;
import dev.natsfleet.logs.receive.Status.FileStatus;
import dev.natsfleet.logs.receive.Status.HostStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A host as it is now: what came of each log, held against the account of its shipper.
 *
 * @param name of the host
 * @param storedAt when the stream took the last of its messages, in seconds since 1970
 * @param head of its account
 * @param past what went through of logs that are not counted one by one any more
 * @param files one a log
 */
record HostView(
    String name, double storedAt, Optional<Head> head, FlowStatus past, List<FileStatus> files) {

  private static final double SECOND = 1e9;

  /**
   * Looks at one.
   *
   * @param counts of the host
   * @param account of the host
   * @param reach how far the files of a log are
   */
  static HostView of(HostCounts counts, Optional<Account> account, Function<Entry, Reach> reach) {
    Map<Long, FileStatus> files = new HashMap<>();
    counts.logs.forEach((log, flow) -> files.put(log, file(counts.host, flow)));
    account.stream()
        .flatMap(Account::entries)
        .forEach(
            entry -> {
              FileStatus known = files.get(entry.log());
              files.put(entry.log(), file(counts.host, entry, reach.apply(entry), known));
            });
    return new HostView(
        counts.host,
        counts.storedAt / SECOND,
        account.flatMap(Account::head),
        counts.past,
        new ArrayList<>(files.values()));
  }

  /** In a partition, at a time in seconds since 1970. */
  HostStatus status(int partition, double at) {
    Optional<Match> match =
        head.map(is -> files.stream().flatMap(one -> one.match().stream()))
            .map(all -> all.reduce(Match.NONE, Match::plus));
    double age = storedAt == 0 ? 0 : Math.max(0, at - storedAt);
    return new HostStatus(partition, name, flow(), storedAt, age, head, match);
  }

  private FlowStatus flow() {
    return files.stream().map(FileStatus::flow).reduce(past, FlowStatus::plus);
  }

  private static FileStatus file(String host, Flow flow) {
    return new FileStatus(host, flow.path(), flow.status(), Optional.empty());
  }

  private static FileStatus file(
      String host, Entry entry, Reach reach, @Nullable FileStatus known) {
    FlowStatus flow = known == null ? FlowStatus.NONE : known.flow();
    Match match = Match.of(entry, reach, flow.bytesOpen(), flow.bytesGivenUp());
    return new FileStatus(host, entry.path(), flow, Optional.of(match));
  }
}
