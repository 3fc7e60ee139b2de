package dev.natsfleet.logs.shipper.report;

import dev.natsfleet.logs.shipper.loop.ShipperStatus;
import dev.natsfleet.logs.shipper.loop.ShipperStatus.LogStatus;
import dev.natsfleet.monitoring.Json;
import dev.natsfleet.monitoring.JsonFields;

/** A shipper's status as JSON. */
public final class ShipperJson {

  static final JsonFields<LogStatus> LOG =
      new JsonFields<LogStatus>()
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
          .number(
              "bytesLost",
              "Bytes that went away unread; what is found and read later stays counted",
              log -> log.flow().bytesLost())
          .number(
              "unknownLosses",
              "Times that nobody can know how many bytes did: truncations, files gone before a look",
              log -> log.flow().unknownLosses())
          .number(
              "rotations",
              "Times that the name came to stand for another file",
              log -> log.flow().rotations());

  public static final JsonFields<ShipperStatus> ALL =
      new JsonFields<ShipperStatus>()
          .flag("connected", "Whether a session is open", one -> one.session().connected())
          .number(
              "unconfirmedSessions",
              "Sessions that ended before all that they sent was confirmed",
              one -> one.session().unconfirmed())
          .text("lastSessionEnd", "Why the last one ended", one -> one.session().lastSessionEnd())
          .number(
              "sequence",
              "Sequence in the stream of the last message that is stored",
              one -> one.session().sequence())
          .number("messagesResent", "Messages sent again", one -> one.session().messagesResent())
          .text(
              "heldBack",
              "Why nothing new is sent: the stream has less than 15 % left, or would lose lines",
              one -> one.session().heldBack())
          .number(
              "windowMessages", "Messages in flight", one -> one.session().inFlight().messages())
          .number(
              "windowMaxMessages",
              "Messages that may be in flight",
              one -> one.session().inFlight().maxMessages())
          .number("windowBytes", "Bytes in flight", one -> one.session().inFlight().bytes())
          .number(
              "windowMaxBytes",
              "Bytes that may be in flight",
              one -> one.session().inFlight().maxBytes())
          .number("checkpoints", "Checkpoints written", one -> one.checkpoint().written())
          .seconds(
              "checkpointAt",
              "When the last one was, in seconds since 1970",
              one -> one.checkpoint().at())
          .seconds("checkpointSeconds", "How long it took", one -> one.checkpoint().seconds())
          .number("known", "Logs that are known", ShipperStatus::known)
          .one("totals", "Over all logs, also those that are gone", LOG, ShipperStatus::totals)
          .list(
              "logs", "Those furthest behind, then those that read most", LOG, ShipperStatus::logs);

  private ShipperJson() {}

  public static Json of(ShipperStatus shipperStatus) {
    return ALL.render(shipperStatus);
  }
}
