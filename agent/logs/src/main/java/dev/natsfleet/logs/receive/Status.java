package dev.natsfleet.logs.receive;

import java.util.List;

/**
 * What a receiver does.
 *
 * @param at when, in seconds since 1970
 * @param connected whether the connection to NATS is up
 * @param copy that it belongs to
 * @param partitions that it has or had
 */
public record Status(double at, boolean connected, String copy, List<PartitionStatus> partitions) {

  /** Whether everything moves. */
  public boolean isHealthy() {
    return connected && partitions.stream().allMatch(one -> one.trouble().isEmpty());
  }

  /**
   * One partition.
   *
   * @param partition its number
   * @param stream its stream
   * @param owned whether it is ours now
   * @param trouble why it stalls; empty when it does not
   * @param committed sequence of the stream up to which everything is durable
   * @param pending messages that wait in the stream; -1 when that is not known
   * @param heldBytes bytes behind missing ones
   * @param totals since the program began
   * @param hosts in it
   */
  public record PartitionStatus(
      int partition,
      String stream,
      boolean owned,
      String trouble,
      long committed,
      long pending,
      long heldBytes,
      Totals totals,
      List<HostStatus> hosts) {

    /**
     * How long ago, at {@code now} in seconds since 1970, the stream took the newest message that
     * is written; 0 when nothing waits. The stream's clock and ours may differ.
     */
    public double lagSeconds(double now) {
      double newest = hosts.stream().mapToDouble(HostStatus::storedAt).max().orElse(now);
      return pending > 0 ? Math.max(0, now - newest) : 0;
    }
  }

  /**
   * What a partition has done.
   *
   * @param messages that were read
   * @param skipped sequences that the stream did not have any more
   * @param duplicates records that were there already
   * @param trimmedBytes of records of which the beginning was there already
   * @param gaps places where bytes of a log are lost
   * @param missingBytes in those gaps of which the size is known
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
      long missingBytes,
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
   * @param host its name; empty for lines without one
   * @param lines written since the program began
   * @param bytes written since then
   * @param storedAt when the stream took the last of them, in seconds since 1970
   */
  public record HostStatus(String host, long lines, long bytes, double storedAt) {

    /** How long ago, at {@code now}, the stream took the last of them. */
    public double ageSeconds(double now) {
      return Math.max(0, now - storedAt);
    }

    static HostStatus of(Counts.HostCounts counts) {
      return new HostStatus(
          counts.host, counts.lines.sum(), counts.bytes.sum(), counts.storedAt / 1e9);
    }
  }
}
