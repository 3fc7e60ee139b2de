package dev.natsfleet.logs.report;

import dev.natsfleet.logs.outside.Json;
import dev.natsfleet.logs.receive.Status;
import dev.natsfleet.logs.receive.Status.HostStatus;
import dev.natsfleet.logs.receive.Status.PartitionStatus;
import dev.natsfleet.logs.receive.Status.Totals;
import io.nats.client.support.JsonValue;
import io.nats.client.support.JsonValueUtils;
import io.nats.client.support.JsonValueUtils.MapBuilder;

/** A receiver's status as JSON. */
final class ReceiverJson {

  private ReceiverJson() {}

  static JsonValue of(Status status) {
    return JsonValueUtils.mapBuilder()
        .put("connected", status.connected())
        .put("copy", status.copy())
        .put("partitions", Json.list(status.partitions(), one -> of(one, status.at())))
        .toJsonValue();
  }

  private static JsonValue of(PartitionStatus one, double at) {
    MapBuilder partition =
        JsonValueUtils.mapBuilder()
            .put("partition", one.partition())
            .put("stream", one.stream())
            .put("owned", one.owned())
            .put("trouble", one.trouble())
            .put("committed", one.committed())
            .put("pending", one.pending())
            .put("lagSeconds", Json.seconds(one.lagSeconds(at)))
            .put("heldBytes", one.heldBytes());
    totals(partition, one.totals());
    return partition.put("hosts", Json.list(one.hosts(), host -> of(host, at))).toJsonValue();
  }

  private static void totals(MapBuilder partition, Totals totals) {
    partition
        .put("messages", totals.messages())
        .put("skipped", totals.skipped())
        .put("duplicates", totals.duplicates())
        .put("trimmedBytes", totals.trimmedBytes())
        .put("gaps", totals.gaps())
        .put("missingBytes", totals.missingBytes())
        .put("unknownGaps", totals.unknownGaps())
        .put("refused", totals.refused())
        .put("commits", totals.commits())
        .put("stalls", totals.stalls());
  }

  private static JsonValue of(HostStatus host, double at) {
    return JsonValueUtils.mapBuilder()
        .put("host", host.host())
        .put("lines", host.lines())
        .put("bytes", host.bytes())
        .put("storedAt", Json.seconds(host.storedAt()))
        .put("ageSeconds", Json.seconds(host.ageSeconds(at)))
        .toJsonValue();
  }
}
