package dev.natsfleet.local.driver;

import dev.natsfleet.local.cloud.effect.InstanceSpec;
import dev.natsfleet.local.cloud.effect.MachineHost;
import java.net.URI;

/**
 * Machines that run nothing: their instances have an address and metadata only, for tests of the
 * API.
 */
public final class IdleMachineHost implements MachineHost {

  @Override
  public void start(InstanceSpec spec, URI metadata) {}

  @Override
  public void stop(String instanceId) {}

  @Override
  public void kill(String instanceId) {}
}
