package dev.natsfleet.local.cloud.effect;

/** A change that the cloud requests of a machine; the effects of one instance are in order. */
public sealed interface Effect {

  /** The instance that it concerns. */
  String instanceId();

  /** Start a machine. The cloud shows the instance as running after its boot time. */
  record LaunchInstance(InstanceSpec spec) implements Effect {
    @Override
    public String instanceId() {
      return spec.id();
    }
  }

  /** Shut a machine down and report its end. */
  record StopInstance(String instanceId) implements Effect {}

  /** Cut a machine's power; report its end. */
  record KillInstance(String instanceId) implements Effect {}
}
