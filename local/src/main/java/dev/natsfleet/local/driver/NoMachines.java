package dev.natsfleet.local.driver;

import dev.natsfleet.local.cloud.effect.InstanceSpec;
import dev.natsfleet.local.cloud.effect.Instances;
import java.net.URI;

/** Instances that have an address and metadata, but run nothing: for clients of the API alone. */
public final class NoMachines implements Instances {

  @Override
  public void start(InstanceSpec spec, URI metadata) {}

  @Override
  public void stop(String instanceId) {}

  @Override
  public void kill(String instanceId) {}
}
