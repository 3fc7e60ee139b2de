package dev.natsfleet.local.cloud;

import dev.natsfleet.local.cloud.autoscaling.AutoScaling;
import dev.natsfleet.local.cloud.ec2.Instance;
import dev.natsfleet.local.cloud.ec2.InstanceStore;
import dev.natsfleet.local.cloud.imds.InstanceMetadata;
import dev.natsfleet.local.cloud.imds.InstanceNotice;
import dev.natsfleet.local.cloud.policy.RequestPolicy;
import dev.natsfleet.local.cloud.world.World;
import java.time.Duration;

/** Injects faults that no AWS API offers into the cloud and its machines. */
public final class FaultInjection {

  private static final Duration SPOT_WARNING = Duration.ofMinutes(2);

  private final World world;
  private final InstanceStore instanceStore;
  private final AutoScaling autoScaling;
  private final InstanceMetadata metadata;
  private final RequestPolicy requestPolicy;

  FaultInjection(
      World world,
      InstanceStore instanceStore,
      AutoScaling autoScaling,
      InstanceMetadata metadata,
      RequestPolicy requestPolicy) {
    this.world = world;
    this.instanceStore = instanceStore;
    this.autoScaling = autoScaling;
    this.metadata = metadata;
    this.requestPolicy = requestPolicy;
  }

  /** Denials, throttling and planned failures of calls. */
  public RequestPolicy requestPolicy() {
    return requestPolicy;
  }

  /** Cuts an instance's power. */
  public void kill(String instance) {
    instanceStore.kill(instance, Instance.StateReason.POWER);
  }

  /** Sends the instance a Spot interruption notice and terminates it two minutes later. */
  public void interruptSpot(String instance) {
    metadata.notify(instance, new InstanceNotice.SpotInterruption(world.now().plus(SPOT_WARNING)));
    world.after(SPOT_WARNING, () -> reclaimSpot(instance));
  }

  private void reclaimSpot(String instance) {
    Instance.StateReason reason =
        new Instance.StateReason(
            "Server.SpotInstanceTermination",
            "Server.SpotInstanceTermination: Spot instance termination");
    if (instanceStore.find(instance).isPresent()) {
      instanceStore.terminate(instance, reason);
    }
  }

  /** Sends the instance a rebalance recommendation. */
  public void recommendRebalance(String instance) {
    metadata.notify(instance, new InstanceNotice.Rebalance(world.now()));
  }

  /** Cuts a zone's power: its instances end, and it launches none. */
  public void loseZone(String zone) {
    world.setZoneOut(zone, true);
    instanceStore.all().stream()
        .filter(instance -> instance.zone().equals(zone))
        .forEach(instance -> kill(instance.id()));
  }

  /** Uses up a zone's capacity: its instances go on, and it launches none. */
  public void exhaustZone(String zone) {
    world.setZoneOut(zone, true);
  }

  /** Gives a zone its power, or its capacity, back. */
  public void restoreZone(String zone) {
    world.setZoneOut(zone, false);
    autoScaling.onZoneChange();
  }
}
