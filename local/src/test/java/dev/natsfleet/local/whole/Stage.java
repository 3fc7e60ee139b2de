package dev.natsfleet.local.whole;

import dev.natsfleet.local.fleet.FleetOptions;
import dev.natsfleet.local.fleet.LocalFleet;
import dev.natsfleet.local.view.ClusterView;
import dev.natsfleet.registry.ClusterId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fleet for the tests of one class.
 *
 * @param fleet it
 */
record Stage(LocalFleet fleet) implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Stage.class);

  /** Starts a fleet with a Kubernetes of its own. */
  static Stage open() {
    FleetOptions options = FleetOptions.from(List.of(), System.out);
    LOG.atInfo().addKeyValue("logs", options.directory()).log("fleet starts");
    return new Stage(LocalFleet.start(options));
  }

  /** Applies a cluster. */
  Trial apply(Manifest manifest) {
    ClusterId id = new ClusterId("default", manifest.name());
    Trial trial = new Trial(fleet, ClusterView.of(fleet, id));
    trial.apply(manifest);
    return trial;
  }

  /** What can be done to its cloud. */
  Faults faults() {
    return new Faults(fleet.cloud().endpoint());
  }

  @Override
  public void close() {
    fleet.close();
  }
}
