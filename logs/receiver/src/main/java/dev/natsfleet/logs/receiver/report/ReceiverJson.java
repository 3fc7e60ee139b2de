package dev.natsfleet.logs.receiver.report;

import dev.natsfleet.logs.protocol.audit.AuditHead;
import dev.natsfleet.logs.protocol.audit.OffsetComparison;
import dev.natsfleet.logs.receiver.status.ReceiverStatus;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.FileStatus;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.HostStatus;
import dev.natsfleet.logs.receiver.status.ReceiverStatus.PartitionStatus;
import dev.natsfleet.monitoring.Json;
import dev.natsfleet.monitoring.JsonFields;

/** A receiver's status as JSON. */
public final class ReceiverJson {

  private static final int MOST_HOSTS = 1_000;
  private static final String COMPARISON =
      "The shipper's audit, compared with what is here; none without an audit";

  static final JsonFields<AuditHead> HEAD =
      new JsonFields<AuditHead>()
          .seconds(
              "started", "When it started, in seconds since 1970 by its clock", AuditHead::started)
          .seconds("at", "When it reported this", AuditHead::at)
          .number("logs", "Logs that it knows", AuditHead::logs)
          .number("linesRead", "Lines read and sent since then", AuditHead::linesRead)
          .number("linesPublished", "Lines acknowledged since then", AuditHead::linesPublished)
          .number(
              "bytesLost", "Bytes deleted before they were read, since then", AuditHead::bytesLost)
          .number(
              "unknownLosses", "Deletions of an unknown number of bytes", AuditHead::unknownLosses);

  static final JsonFields<HostStatus> HOST =
      LogTotalsFields.all(
              new JsonFields<HostStatus>().text("host", "Its name", HostStatus::host),
              HostStatus::logTotals)
          .seconds("storedAt", "When the stream took its last message", HostStatus::storedAt)
          .seconds("ageSeconds", "Time since then", HostStatus::ageSeconds)
          .maybe("shipper", "What its shipper reports of itself", HEAD, HostStatus::head)
          .maybe("audit", COMPARISON, LogTotalsFields.COMPARISON, HostStatus::comparison);

  static final JsonFields<FileStatus> FILE =
      LogTotalsFields.all(
              new JsonFields<FileStatus>()
                  .text("host", "Where it is", FileStatus::host)
                  .text("path", "Its name there", FileStatus::path),
              FileStatus::logTotals)
          .maybe("audit", COMPARISON, LogTotalsFields.COMPARISON, FileStatus::comparison);

  static final JsonFields<PartitionStatus> PARTITION =
      LogTotalsFields.throughput(totals(progress(owner())), PartitionStatus::logTotals)
          .maybe("audit", COMPARISON, LogTotalsFields.COMPARISON, PartitionStatus::comparison)
          .list(
              "hosts",
              "Hosts in it, 1000 at most",
              HOST,
              one -> TopEntries.hosts(one.hosts(), MOST_HOSTS));

  public static final JsonFields<ReceiverStatus> ALL =
      new JsonFields<ReceiverStatus>()
          .flag("connected", "Whether the connection to NATS is up", ReceiverStatus::connected)
          .text("copy", "Name of the full copy", ReceiverStatus::copy)
          .texts(
              "faults",
              "What it cannot do now and why, beside the partitions' faults",
              ReceiverStatus::faults)
          .list("partitions", "Those it has or had", PARTITION, ReceiverStatus::partitions)
          .list(
              "files",
              "500 at most: those of which most is missing, then those of which most came",
              FILE,
              ReceiverStatus::files);

  private ReceiverJson() {}

  public static Json of(ReceiverStatus status) {
    return ALL.render(status);
  }

  private static JsonFields<PartitionStatus> owner() {
    return new JsonFields<PartitionStatus>()
        .number("partition", "Its number", PartitionStatus::partition)
        .text("stream", "Its stream", PartitionStatus::stream)
        .flag("owned", "Whether it is ours", one -> one.owner().owned())
        .text("ownership", "`static`, `lease` or `none`", one -> one.owner().kind())
        .number("leaseToken", "Fencing token of the lease", one -> one.owner().token())
        .seconds("ownedSeconds", "For how long it is ours", one -> one.owner().seconds())
        .text(
            "fault",
            "Why it is stalled, or its stream would lose lines; empty when neither",
            PartitionStatus::fault);
  }

  private static JsonFields<PartitionStatus> progress(JsonFields<PartitionStatus> fields) {
    return fields
        .number(
            "committed",
            "Sequence of the stream up to which everything is durable",
            one -> one.progress().committed())
        .number(
            "pending",
            "Messages that wait in the stream; -1 when not known",
            one -> one.progress().pending())
        .number(
            "lagBytes",
            "Bytes of the audits that are missing; -1 without an audit",
            one -> one.comparison().map(OffsetComparison::missing).orElse(-1L))
        .seconds(
            "lagSeconds",
            "Age of the newest line that is here, while others wait; -1 when not known",
            one -> one.progress().lagSeconds())
        .number("heldBytes", "Bytes held back behind gaps", one -> one.progress().heldBytes())
        .seconds(
            "lastCommitSeconds",
            "How long the last commit took",
            one -> one.progress().commitSeconds());
  }

  private static JsonFields<PartitionStatus> totals(JsonFields<PartitionStatus> fields) {
    return fields
        .number("messages", "Messages read", one -> one.totals().messages())
        .number("skipped", "Sequences gone unread", one -> one.totals().skipped())
        .number("duplicates", "Records written before", one -> one.totals().duplicates())
        .number("trimmedBytes", "Bytes written before", one -> one.totals().trimmedBytes())
        .number("gaps", "Places where bytes are lost", one -> one.totals().gaps())
        .number("lostBytes", "Bytes lost in them, when known", one -> one.totals().lostBytes())
        .number("unknownGaps", "Gaps of unknown size", one -> one.totals().unknownGaps())
        .number(
            "refused",
            "Lines of illegal hosts, and malformed bundles",
            one -> one.totals().refused())
        .number("commits", "Group commits", one -> one.totals().commits())
        .seconds("commitSeconds", "Time in commits", one -> one.totals().commitSeconds())
        .number(
            "stalls",
            "Times that it became unable to begin or go on",
            one -> one.totals().stalls());
  }
}
