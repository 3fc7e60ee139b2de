package dev.natsfleet.local.cloud;

import dev.natsfleet.local.cloud.autoscaling.AutoScaling;
import dev.natsfleet.local.cloud.ec2.Instance;
import dev.natsfleet.local.cloud.ec2.Machines;
import dev.natsfleet.local.cloud.guard.Guard;
import dev.natsfleet.local.cloud.imds.Metadata;
import dev.natsfleet.local.cloud.imds.Notice;
import dev.natsfleet.local.cloud.world.World;
import java.time.Duration;

/** What can be done to the cloud and its machines that no API offers. */
public final class Faults {

  private static final Duration SPOT_WARNING = Duration.ofMinutes(2);

  private final World world;
  private final Machines machines;
  private final AutoScaling autoScaling;
  private final Metadata metadata;
  private final Guard guard;

  Faults(World world, Machines machines, AutoScaling autoScaling, Metadata metadata, Guard guard) {
    this.world = world;
    this.machines = machines;
    this.autoScaling = autoScaling;
    this.metadata = metadata;
    this.guard = guard;
  }

  /** Denials, throttles and planned failures of calls. */
  public Guard guard() {
    return guard;
  }

  /** Cuts an instance's power. */
  public void kill(String instance) {
    machines.kill(instance, Instance.Reason.POWER);
  }

  /** Warns the instance, and takes it away two minutes later. */
  public void interruptSpot(String instance) {
    metadata.notify(instance, new Notice.SpotInterruption(world.now().plus(SPOT_WARNING)));
    world.after(SPOT_WARNING, () -> takeBack(instance));
  }

  private void takeBack(String instance) {
    Instance.Reason reason =
        new Instance.Reason(
            "Server.SpotInstanceTermination",
            "Server.SpotInstanceTermination: Spot instance termination");
    if (machines.find(instance).isPresent()) {
      machines.terminate(instance, reason);
    }
  }

  /** Tells the instance that it may be taken away. */
  public void recommendRebalance(String instance) {
    metadata.notify(instance, new Notice.Rebalance(world.now()));
  }

  /** Takes a zone's power: its instances die and it launches none. */
  public void loseZone(String zone) {
    world.zoneOut(zone, true);
    machines.all().stream()
        .filter(instance -> instance.zone().equals(zone))
        .forEach(instance -> kill(instance.id()));
  }

  /** Gives a zone its power back. */
  public void restoreZone(String zone) {
    world.zoneOut(zone, false);
    autoScaling.zonesChanged();
  }
}
