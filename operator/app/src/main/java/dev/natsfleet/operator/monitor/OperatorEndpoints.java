package dev.natsfleet.operator.monitor;

import dev.natsfleet.monitoring.Endpoints;
import dev.natsfleet.monitoring.Exposition;
import dev.natsfleet.monitoring.Response;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** What the operator shows over HTTP: probes and metrics. */
public final class OperatorEndpoints {

  private OperatorEndpoints() {}

  /**
   * The endpoints. {@code /livez} says that the process answers, {@code /readyz} that it could act:
   * an operator that stands by is ready, too.
   *
   * @param healthy decides whether {@code /readyz} and {@code /healthz} answer 200 or 503
   */
  public static Endpoints of(OperatorMetrics metrics, BooleanSupplier healthy) {
    return new Endpoints(
        Map.of(
            "/metrics", () -> Response.metrics(metrics.registry().scrape()),
            "/livez", () -> health(true),
            "/readyz", () -> health(healthy.getAsBoolean()),
            "/healthz", () -> health(healthy.getAsBoolean())));
  }

  private static Response health(boolean healthy) {
    return healthy
        ? new Response(200, Exposition.CONTENT_TYPE, "ok\n")
        : new Response(503, Exposition.CONTENT_TYPE, "not well\n");
  }
}
