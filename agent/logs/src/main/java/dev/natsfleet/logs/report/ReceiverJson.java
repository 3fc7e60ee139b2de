package dev.natsfleet.logs.report;

import dev.natsfleet.logs.account.Head;
import dev.natsfleet.logs.account.Match;
import dev.natsfleet.logs.outside.Sheet;
import dev.natsfleet.logs.receive.Status;
import dev.natsfleet.logs.receive.Status.FileStatus;
import dev.natsfleet.logs.receive.Status.HostStatus;
import dev.natsfleet.logs.receive.Status.PartitionStatus;
import io.nats.client.support.JsonValue;

/** A receiver's status as JSON. */
final class ReceiverJson {

  private static final int MOST_HOSTS = 1_000;
  private static final String MATCH =
      "The shipper's account, held against what is here; none without one";

  static final Sheet<Head> HEAD =
      new Sheet<Head>()
          .seconds("started", "When it started, in seconds since 1970 by its clock", Head::started)
          .seconds("at", "When it said so", Head::at)
          .number("logs", "Logs that it knows", Head::logs)
          .number("linesRead", "Lines read and sent since then", Head::linesRead)
          .number("linesPublished", "Lines acknowledged since then", Head::linesPublished)
          .number("bytesLost", "Bytes that went away unread since then", Head::bytesLost)
          .number("unknownLosses", "Times that nobody knows how many did", Head::unknownLosses);

  static final Sheet<HostStatus> HOST =
      FlowFields.all(
              new Sheet<HostStatus>().text("host", "Its name", HostStatus::host), HostStatus::flow)
          .seconds("storedAt", "When the stream took its last message", HostStatus::storedAt)
          .seconds("ageSeconds", "Time since then", HostStatus::ageSeconds)
          .maybe("shipper", "What its shipper says of itself", HEAD, HostStatus::head)
          .maybe("account", MATCH, FlowFields.MATCH, HostStatus::match);

  static final Sheet<FileStatus> FILE =
      FlowFields.all(
              new Sheet<FileStatus>()
                  .text("host", "Where it is", FileStatus::host)
                  .text("path", "Its name there", FileStatus::path),
              FileStatus::flow)
          .maybe("account", MATCH, FlowFields.MATCH, FileStatus::match);

  static final Sheet<PartitionStatus> PARTITION =
      FlowFields.amounts(totals(progress(owner())), PartitionStatus::flow)
          .maybe("account", MATCH, FlowFields.MATCH, PartitionStatus::match)
          .list(
              "hosts",
              "Hosts in it, 1000 at most",
              HOST,
              one -> Foremost.hosts(one.hosts(), MOST_HOSTS));

  static final Sheet<Status> ALL =
      new Sheet<Status>()
          .flag("connected", "Whether the connection to NATS is up", Status::connected)
          .text("copy", "Name of the full copy", Status::copy)
          .list("partitions", "Those it has or had", PARTITION, Status::partitions)
          .list(
              "files",
              "500 at most: those of which most is missing, then those of which most came",
              FILE,
              Status::files);

  private ReceiverJson() {}

  static JsonValue of(Status status) {
    return ALL.json(status);
  }

  private static Sheet<PartitionStatus> owner() {
    return new Sheet<PartitionStatus>()
        .number("partition", "Its number", PartitionStatus::partition)
        .text("stream", "Its stream", PartitionStatus::stream)
        .flag("owned", "Whether it is ours", one -> one.owner().ours())
        .text("ownership", "`static`, `lease` or `none`", one -> one.owner().kind())
        .number("leaseToken", "Fencing token of the lease", one -> one.owner().token())
        .seconds("ownedSeconds", "For how long it is ours", one -> one.owner().seconds())
        .text("trouble", "Why it stalls; empty when it does not", PartitionStatus::trouble);
  }

  private static Sheet<PartitionStatus> progress(Sheet<PartitionStatus> sheet) {
    return sheet
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
            "Bytes of the accounts that are missing; -1 without an account",
            one -> one.match().map(Match::missing).orElse(-1L))
        .seconds(
            "lagSeconds",
            "Age of the newest line that is here, while others wait; -1 when not known",
            one -> one.progress().lagSeconds())
        .number("heldBytes", "Bytes behind missing ones", one -> one.progress().heldBytes())
        .seconds(
            "lastCommitSeconds",
            "How long the last commit took",
            one -> one.progress().commitSeconds());
  }

  private static Sheet<PartitionStatus> totals(Sheet<PartitionStatus> sheet) {
    return sheet
        .number("messages", "Messages read", one -> one.totals().messages())
        .number("skipped", "Sequences gone unread", one -> one.totals().skipped())
        .number("duplicates", "Records that were there", one -> one.totals().duplicates())
        .number("trimmedBytes", "Bytes that were there", one -> one.totals().trimmedBytes())
        .number("gaps", "Places where bytes are lost", one -> one.totals().gaps())
        .number("lostBytes", "Bytes lost in them, when known", one -> one.totals().lostBytes())
        .number("unknownGaps", "Gaps of unknown size", one -> one.totals().unknownGaps())
        .number(
            "refused",
            "Lines of illegal hosts, and malformed bundles",
            one -> one.totals().refused())
        .number("commits", "Group commits", one -> one.totals().commits())
        .seconds("commitSeconds", "Time in commits", one -> one.totals().commitSeconds())
        .number("stalls", "Times it began again", one -> one.totals().stalls());
  }
}
