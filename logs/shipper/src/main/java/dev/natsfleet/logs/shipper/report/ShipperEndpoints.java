package dev.natsfleet.logs.shipper.report;

import dev.natsfleet.logs.shipper.loop.ShipperStatus;
import dev.natsfleet.logs.shipper.loop.StatusQueries;
import dev.natsfleet.monitoring.Endpoints;
import dev.natsfleet.monitoring.Response;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The local HTTP endpoints of a shipper. */
public final class ShipperEndpoints {

  private static final int TIMEOUT_SECONDS = 5;

  private ShipperEndpoints() {}

  /** Endpoints that ask the loop for each answer. */
  public static Endpoints of(StatusQueries queries) {
    return Endpoints.of(
        () -> ask(queries), ShipperMetrics::of, ShipperJson::of, ShipperEndpoints::health);
  }

  private static ShipperStatus ask(StatusQueries queries)
      throws TimeoutException, InterruptedException {
    try {
      return queries.ask().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a status query never fails", e);
    }
  }

  private static Response health(ShipperStatus status) {
    ShipperStatus.SessionStatus session = status.session();
    if (!session.connected()) {
      return Response.unavailable("not connected: " + session.lastSessionEnd() + "\n");
    }
    return session.streamRefused()
        ? Response.unavailable("nothing is sent: " + session.heldBack() + "\n")
        : Response.ok("ok\n");
  }
}
