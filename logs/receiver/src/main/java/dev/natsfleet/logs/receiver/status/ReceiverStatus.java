package dev.natsfleet.logs.receiver.status;

import dev.natsfleet.logs.protocol.audit.AuditHead;
import dev.natsfleet.logs.protocol.audit.OffsetComparison;
import dev.natsfleet.logs.receiver.metrics.LogTotals;
import dev.natsfleet.logs.receiver.metrics.PartitionTotals;
import java.util.List;
import java.util.Optional;

/**
 * What a receiver is doing.
 *
 * @param at when, in seconds since 1970
 * @param connected whether the connection to NATS is up
 * @param copy that the receiver belongs to
 * @param faults what it cannot do now and why, beside what its partitions cannot
 * @param partitions that it has or had
 * @param files logs of all hosts: those with most missing bytes first, then those with most stored
 *     bytes; not all when they are many
 */
public record ReceiverStatus(
    double at,
    boolean connected,
    String copy,
    List<String> faults,
    List<PartitionStatus> partitions,
    List<FileStatus> files) {

  /** Whether it is connected, and neither it nor a partition has a fault. */
  public boolean isHealthy() {
    return connected
        && faults.isEmpty()
        && partitions.stream().allMatch(one -> one.fault().isEmpty());
  }

  /**
   * One partition.
   *
   * @param partition its number
   * @param stream its stream
   * @param owner whose it is
   * @param writeFault why it cannot be started or is stalled; empty when it is well
   * @param streamFault by what setting the stream would lose lines; empty when it loses none
   * @param progress how far it is
   * @param totals of the partition, since the program began
   * @param logTotals of all its hosts
   * @param comparison with the audits of its hosts; empty when there is none
   * @param hosts in it
   */
  public record PartitionStatus(
      int partition,
      String stream,
      Owner owner,
      String writeFault,
      String streamFault,
      Progress progress,
      PartitionTotals totals,
      LogTotals logTotals,
      Optional<OffsetComparison> comparison,
      List<HostStatus> hosts) {

    /** Why it is stalled, or by what its stream would lose lines; empty when it is well. */
    public String fault() {
      return writeFault.isEmpty() ? streamFault : writeFault;
    }
  }

  /**
   * Whose a partition is.
   *
   * @param owned whether it is ours now
   * @param token of the lease; 0 when it is ours by list
   * @param seconds since it became ours
   */
  public record Owner(boolean owned, long token, double seconds) {

    /** Not ours. */
    static final Owner NONE = new Owner(false, 0, 0);

    /** How it is owned: {@code static}, {@code lease} or {@code none}. */
    public String kind() {
      return !owned ? "none" : token == 0 ? "static" : "lease";
    }
  }

  /**
   * How far a partition is.
   *
   * @param committed sequence of the stream up to which everything is durable
   * @param pending messages that wait in the stream; -1 when not known
   * @param heldBytes bytes that are held back behind gaps
   * @param commitSeconds that the last commit took
   * @param lagSeconds since the stream took the newest message that is written; 0 when nothing
   *     waits, -1 when not known. The stream's clock and ours may differ
   */
  public record Progress(
      long committed, long pending, long heldBytes, double commitSeconds, double lagSeconds) {}

  /**
   * One host.
   *
   * @param partition that it is in
   * @param host its name; empty for lines without one
   * @param logTotals of its logs, since the program began
   * @param storedAt when the stream took the last of its messages, in seconds since 1970
   * @param ageSeconds since then
   * @param head of its shipper's audit; empty without an audit
   * @param comparison of its logs with the audit; empty without one
   */
  public record HostStatus(
      int partition,
      String host,
      LogTotals logTotals,
      double storedAt,
      double ageSeconds,
      Optional<AuditHead> head,
      Optional<OffsetComparison> comparison) {}

  /**
   * One log.
   *
   * @param host that has it
   * @param path its name; empty when no record has told it yet
   * @param logTotals since the program began
   * @param comparison with the audit; empty without one
   */
  public record FileStatus(
      String host, String path, LogTotals logTotals, Optional<OffsetComparison> comparison) {

    /** Bytes that the shipper has read and that are neither written nor lost. */
    public long missing() {
      return comparison.map(OffsetComparison::missing).orElse(0L);
    }
  }
}
