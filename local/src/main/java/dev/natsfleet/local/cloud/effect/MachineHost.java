package dev.natsfleet.local.cloud.effect;

import java.net.URI;

/**
 * Starts and ends the machines of the emulated cloud's instances. Calls block; they are made on
 * virtual threads, one after the other for one instance and in parallel for different instances. A
 * call for an unknown or ended instance does nothing.
 *
 * <p>A machine is more than its agent: an agent that ends by itself does not end the machine, and
 * the cloud does not hear of it.
 */
public interface MachineHost {

  /**
   * Starts the machine and returns as soon as its first process runs.
   *
   * @param metadata the instance's own metadata service (IMDSv2), already listening; for {@code
   *     AWS_EC2_METADATA_SERVICE_ENDPOINT}
   * @throws RuntimeException if it cannot be started; the cloud then terminates the instance with
   *     the reason {@code Server.InternalError} and the message
   */
  void start(InstanceSpec spec, URI metadata);

  /**
   * Shuts the machine down: SIGTERM to all its processes, SIGKILL after a grace period. Returns
   * after their end.
   */
  void stop(String instanceId);

  /** Cuts the power: SIGKILL to all processes of the machine. Returns after their end. */
  void kill(String instanceId);
}
