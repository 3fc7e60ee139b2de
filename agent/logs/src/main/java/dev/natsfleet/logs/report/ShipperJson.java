package dev.natsfleet.logs.report;

import dev.natsfleet.logs.outside.Json;
import dev.natsfleet.logs.shipper.Status;
import dev.natsfleet.logs.shipper.Status.LogStatus;
import io.nats.client.support.JsonValue;
import io.nats.client.support.JsonValueUtils;

/** A shipper's status as JSON. */
final class ShipperJson {

  private ShipperJson() {}

  static JsonValue of(Status status) {
    return JsonValueUtils.mapBuilder()
        .put("connected", status.connected())
        .put("doubts", status.doubts())
        .put("lastDoubt", status.lastDoubt())
        .put("sequence", status.sequence())
        .put("known", status.known())
        .put("totals", of(status.totals()))
        .put("logs", Json.list(status.logs(), ShipperJson::of))
        .toJsonValue();
  }

  private static JsonValue of(LogStatus log) {
    return JsonValueUtils.mapBuilder()
        .put("path", log.path())
        .put("generation", log.generation())
        .put("generations", log.generations())
        .put("lagBytes", log.lagBytes())
        .put("lagSeconds", Json.seconds(log.lagSeconds()))
        .put("linesSent", log.linesSent())
        .put("bytesSent", log.bytesSent())
        .put("bytesStored", log.bytesStored())
        .put("bytesLost", log.bytesLost())
        .toJsonValue();
  }
}
