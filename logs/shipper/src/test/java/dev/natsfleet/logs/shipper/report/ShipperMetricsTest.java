package dev.natsfleet.logs.shipper.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.logs.shipper.loop.ShipperStatus;
import dev.natsfleet.logs.shipper.loop.ShipperStatus.CheckpointStatus;
import dev.natsfleet.logs.shipper.loop.ShipperStatus.Flow;
import dev.natsfleet.logs.shipper.loop.ShipperStatus.LogStatus;
import dev.natsfleet.logs.shipper.loop.ShipperStatus.SessionStatus;
import dev.natsfleet.logs.shipper.publish.InFlight;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShipperMetricsTest {

  @Test
  void shouldHaveASeriesOfALogWhoseOnlyNewsIsAnUnknownLoss() {
    Flow flow = new Flow(0, 0, 0, 0, 0, 0, 0, 1, 0);
    LogStatus log = new LogStatus("/app.log", 1, 0, 0, 0, flow);
    ShipperStatus status =
        new ShipperStatus(
            new SessionStatus(true, 0, "", 0, 0, "", false, InFlight.NONE),
            new CheckpointStatus(0, 0, 0),
            1,
            log,
            List.of(log));

    assertThat(ShipperMetrics.of(status).stream())
        .filteredOn(one -> one.getMetadata().getName().equals("natsfleet_shipper_unknown_losses"))
        .singleElement()
        .satisfies(one -> assertThat(one.getDataPoints()).hasSize(1));
  }
}
