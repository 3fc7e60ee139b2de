package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.account.Head;
import dev.natsfleet.logs.account.Match;
import java.util.List;
import java.util.Optional;

/**
 * What a receiver does.
 *
 * @param at when, in seconds since 1970
 * @param connected whether the connection to NATS is up
 * @param copy that it belongs to
 * @param partitions that it has or had
 * @param files logs of all hosts: those of which most is missing, then those of which most came;
 *     not all when they are many
 */
public record Status(
    double at,
    boolean connected,
    String copy,
    List<PartitionStatus> partitions,
    List<FileStatus> files) {

  /** Whether everything moves. */
  public boolean isHealthy() {
    return connected && partitions.stream().allMatch(one -> one.trouble().isEmpty());
  }

  /**
   * One partition.
   *
   * @param partition its number
   * @param stream its stream
   * @param owner whose it is
   * @param trouble why it stalls; empty when it does not
   * @param progress how far it is
   * @param totals since the program began
   * @param flow of all its hosts
   * @param match of all its hosts that have accounts; empty when none has
   * @param hosts in it
   */
  public record PartitionStatus(
      int partition,
      String stream,
      Owner owner,
      String trouble,
      Progress progress,
      Totals totals,
      FlowStatus flow,
      Optional<Match> match,
      List<HostStatus> hosts) {}

  /**
   * Whose a partition is.
   *
   * @param ours whether it is ours now
   * @param token of the lease; 0 when it is ours by list
   * @param seconds since it became ours
   */
  public record Owner(boolean ours, long token, double seconds) {

    /** Not ours. */
    static final Owner OTHER = new Owner(false, 0, 0);

    /** How it is ours, in a word. */
    public String kind() {
      return !ours ? "none" : token == 0 ? "static" : "lease";
    }
  }

  /**
   * How far a partition is.
   *
   * @param committed sequence of the stream up to which everything is durable
   * @param pending messages that wait in the stream; -1 when that is not known
   * @param heldBytes bytes behind missing ones
   * @param commitSeconds that the last commit took
   * @param lagSeconds since the stream took the newest message that is written; 0 when nothing
   *     waits, -1 when that is not known. The stream's clock and ours may differ
   */
  public record Progress(
      long committed, long pending, long heldBytes, double commitSeconds, double lagSeconds) {}

  /**
   * What a partition has done.
   *
   * @param messages that were read
   * @param skipped sequences that the stream did not have any more
   * @param duplicates records that were there already
   * @param trimmedBytes of records of which the beginning was there already
   * @param gaps places where bytes of a log are lost
   * @param lostBytes in those gaps of which the size is known
   * @param unknownGaps gaps of which it is not
   * @param refused lines of hosts with illegal names, and malformed bundles
   * @param commits group commits
   * @param commitSeconds spent in them
   * @param stalls times that writing or reading had to begin again
   */
  public record Totals(
      long messages,
      long skipped,
      long duplicates,
      long trimmedBytes,
      long gaps,
      long lostBytes,
      long unknownGaps,
      long refused,
      long commits,
      double commitSeconds,
      long stalls) {

    static Totals of(Counts counts) {
      return new Totals(
          counts.messages.sum(),
          counts.skipped.sum(),
          counts.duplicates.sum(),
          counts.trimmedBytes.sum(),
          counts.gaps.sum(),
          counts.missingBytes.sum(),
          counts.unknownGaps.sum(),
          counts.refused.sum(),
          counts.commits.sum(),
          counts.commitNanos.sum() / 1e9,
          counts.stalls.sum());
    }
  }

  /**
   * One host.
   *
   * @param partition that it is in
   * @param host its name; empty for lines without one
   * @param flow of its logs, since the program began
   * @param storedAt when the stream took the last of its messages, in seconds since 1970
   * @param ageSeconds since then
   * @param head of its shipper's account; empty without an account
   * @param match of its logs with the account; empty without one
   */
  public record HostStatus(
      int partition,
      String host,
      FlowStatus flow,
      double storedAt,
      double ageSeconds,
      Optional<Head> head,
      Optional<Match> match) {}

  /**
   * One log.
   *
   * @param host that has it
   * @param path its name; empty when nobody has said it yet
   * @param flow since the program began
   * @param match with the account; empty without one
   */
  public record FileStatus(String host, String path, FlowStatus flow, Optional<Match> match) {

    /** Bytes that are on their way, or should be. */
    public long missing() {
      return match.map(Match::missing).orElse(0L);
    }
  }
}
