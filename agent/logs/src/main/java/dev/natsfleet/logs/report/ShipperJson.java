package dev.natsfleet.logs.report;

import dev.natsfleet.logs.outside.Sheet;
import dev.natsfleet.logs.shipper.Status;
import dev.natsfleet.logs.shipper.Status.LogStatus;
import io.nats.client.support.JsonValue;

/** A shipper's status as JSON. */
final class ShipperJson {

  static final Sheet<LogStatus> LOG =
      new Sheet<LogStatus>()
          .text("path", "Name of the file", LogStatus::path)
          .number("generation", "Number of its newest generation", LogStatus::generation)
          .number("generations", "Generations that are not complete", LogStatus::generations)
          .number("lagBytes", "Bytes seen and not acknowledged", LogStatus::lagBytes)
          .seconds("lagSeconds", "Age of the oldest unread byte", LogStatus::lagSeconds)
          .number("linesRead", "Lines read and sent, each once", log -> log.flow().linesRead())
          .number("bytesRead", "Bytes read and sent, each once", log -> log.flow().bytesRead())
          .number("linesPublished", "Lines acknowledged", log -> log.flow().linesPublished())
          .number("bytesPublished", "Bytes acknowledged", log -> log.flow().bytesPublished())
          .number("linesResent", "Lines sent again", log -> log.flow().linesResent())
          .number("bytesResent", "Bytes sent again", log -> log.flow().bytesResent())
          .number("bytesLost", "Bytes that went away unread", log -> log.flow().bytesLost())
          .number(
              "unknownLosses",
              "Times that nobody can know how many bytes did: truncations",
              log -> log.flow().unknownLosses())
          .number(
              "rotations",
              "Times that the name came to stand for another file",
              log -> log.flow().rotations());

  static final Sheet<Status> ALL =
      new Sheet<Status>()
          .flag("connected", "Whether a session is open", one -> one.session().connected())
          .number("doubts", "Sessions that ended in doubt", one -> one.session().doubts())
          .text("lastDoubt", "Why the last one did", one -> one.session().lastDoubt())
          .number(
              "sequence",
              "Sequence in the stream of the last message that is stored",
              one -> one.session().sequence())
          .number("messagesResent", "Messages sent again", one -> one.session().messagesResent())
          .text(
              "heldBack",
              "Why nothing new is sent: the stream has less than 15 % left",
              one -> one.session().heldBack())
          .number("windowMessages", "Messages in flight", one -> one.session().flight().messages())
          .number(
              "windowMaxMessages",
              "Messages that may be in flight",
              one -> one.session().flight().maxMessages())
          .number("windowBytes", "Bytes in flight", one -> one.session().flight().bytes())
          .number(
              "windowMaxBytes",
              "Bytes that may be in flight",
              one -> one.session().flight().maxBytes())
          .number("checkpoints", "Checkpoints written", one -> one.checkpoint().written())
          .seconds(
              "checkpointAt",
              "When the last one was, in seconds since 1970",
              one -> one.checkpoint().at())
          .seconds("checkpointSeconds", "How long it took", one -> one.checkpoint().seconds())
          .number("known", "Logs that are known", Status::known)
          .one("totals", "Over all logs, also those that are gone", LOG, Status::totals)
          .list("logs", "Those furthest behind, then those that read most", LOG, Status::logs);

  private ShipperJson() {}

  static JsonValue of(Status status) {
    return ALL.json(status);
  }
}
