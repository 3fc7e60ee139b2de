package dev.natsfleet.logs.receiver.report;

import dev.natsfleet.logs.receiver.status.ReceiverStatus;
import dev.natsfleet.monitoring.Endpoints;
import dev.natsfleet.monitoring.Response;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The local HTTP endpoints of a receiver. */
public final class ReceiverEndpoints {

  private ReceiverEndpoints() {}

  /** Endpoints that serve the status of this moment. */
  public static Endpoints of(Supplier<ReceiverStatus> status) {
    return Endpoints.of(
        status::get, ReceiverMetrics::of, ReceiverJson::of, ReceiverEndpoints::health);
  }

  private static Response health(ReceiverStatus status) {
    return status.isHealthy() ? Response.ok("ok\n") : Response.unavailable(why(status));
  }

  private static String why(ReceiverStatus status) {
    String stalls =
        status.partitions().stream()
            .filter(partition -> !partition.fault().isEmpty())
            .map(one -> "partition " + one.partition() + ": " + one.fault() + "\n")
            .collect(Collectors.joining());
    String faults = status.faults().stream().map(one -> one + "\n").collect(Collectors.joining());
    return (status.connected() ? "" : "not connected\n") + faults + stalls;
  }
}
