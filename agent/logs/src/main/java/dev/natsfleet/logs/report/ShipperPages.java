package dev.natsfleet.logs.report;

import dev.natsfleet.logs.outside.Page;
import dev.natsfleet.logs.outside.Pages;
import dev.natsfleet.logs.shipper.Status;
import dev.natsfleet.logs.shipper.StatusDesk;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The pages of a shipper; its loop answers. */
public final class ShipperPages {

  private static final int PATIENCE_SECONDS = 5;

  private ShipperPages() {}

  /** Pages of what the loop behind a desk says. */
  public static Pages of(StatusDesk desk) {
    return Pages.of(() -> ask(desk), ShipperMetrics::of, ShipperJson::of, ShipperPages::health);
  }

  private static Status ask(StatusDesk desk) throws TimeoutException, InterruptedException {
    try {
      return desk.ask().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the desk only completes its answers", e);
    }
  }

  private static Page health(Status status) {
    return status.session().connected()
        ? Page.ok("ok\n")
        : Page.unavailable("not connected: " + status.session().lastDoubt() + "\n");
  }
}
