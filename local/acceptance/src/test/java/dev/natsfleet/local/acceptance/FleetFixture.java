package dev.natsfleet.local.acceptance;

import dev.natsfleet.local.cloud.world.Realism;
import dev.natsfleet.local.fleet.FleetOptions;
import dev.natsfleet.local.fleet.LocalFleet;
import dev.natsfleet.local.view.ClusterView;
import dev.natsfleet.registry.ClusterId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fleet of {@link SharedFleet}.
 *
 * @param fleet the running fleet
 */
record FleetFixture(LocalFleet fleet) implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FleetFixture.class);

  /** Starts a fleet with a Kubernetes of its own. */
  static FleetFixture open() {
    FleetOptions options = FleetOptions.from(List.of(), System.out).with(Realism.LATE);
    LOG.atInfo().addKeyValue("logs", options.directory()).log("fleet is starting");
    return new FleetFixture(LocalFleet.start(options));
  }

  /** Applies a cluster. */
  ClusterUnderTest apply(Manifest manifest) {
    ClusterId id = new ClusterId("default", manifest.name());
    ClusterUnderTest cluster = new ClusterUnderTest(fleet, ClusterView.of(fleet, id));
    cluster.apply(manifest);
    return cluster;
  }

  /** The faults of its cloud. */
  FaultClient faults() {
    return new FaultClient(fleet.cloud().endpoint());
  }

  @Override
  public void close() {
    fleet.close();
  }
}
