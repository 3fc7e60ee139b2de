package dev.natsfleet.operator.monitor;

import dev.natsfleet.monitoring.Endpoints;
import dev.natsfleet.monitoring.Exposition;
import dev.natsfleet.monitoring.Response;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** {@code /healthz} and {@code /metrics} of the operator. */
public final class OperatorEndpoints {

  private OperatorEndpoints() {}

  /**
   * The endpoints.
   *
   * @param healthy decides whether {@code /healthz} answers 200 or 503
   */
  public static Endpoints of(OperatorMetrics metrics, BooleanSupplier healthy) {
    return new Endpoints(
        Map.of(
            "/metrics", () -> Response.metrics(metrics.registry().scrape()),
            "/healthz", () -> health(healthy.getAsBoolean())));
  }

  private static Response health(boolean healthy) {
    return healthy
        ? new Response(200, Exposition.CONTENT_TYPE, "ok\n")
        : new Response(503, Exposition.CONTENT_TYPE, "not well\n");
  }
}
