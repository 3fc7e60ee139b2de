package dev.natsfleet.local.cloud.effect;

/** One thing the cloud wants done outside; effects of one instance come in order. */
public sealed interface Effect {

  /** The instance it concerns. */
  String instanceId();

  /** Start a machine; the cloud calls it running after its boot time. */
  record LaunchInstance(InstanceSpec spec) implements Effect {
    @Override
    public String instanceId() {
      return spec.id();
    }
  }

  /** Shut a machine down in order; report its end. */
  record StopInstance(String instanceId) implements Effect {}

  /** Cut a machine's power; report its end. */
  record KillInstance(String instanceId) implements Effect {}
}
