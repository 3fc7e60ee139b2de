package dev.natsfleet.local.cloud.effect;

import java.net.URI;

/**
 * The machines behind the instances of the emulated cloud. Calls block (they are made on virtual
 * threads, for one instance one after the other, for different instances at the same time) and a
 * call for an unknown or ended instance does nothing.
 *
 * <p>A machine is more than its agent: an agent that ends by itself does not end the machine, and
 * the cloud does not hear of it.
 */
public interface Instances {

  /**
   * Starts the machine and returns as soon as its first process runs.
   *
   * @param metadata the instance's own metadata service (IMDSv2), already listening; for {@code
   *     AWS_EC2_METADATA_SERVICE_ENDPOINT}
   * @throws RuntimeException when it cannot be started: the cloud then terminates the instance with
   *     the reason {@code Server.InternalError} and the message
   */
  void start(InstanceSpec spec, URI metadata);

  /** Shuts down: SIGTERM to everything on the machine, SIGKILL after a grace; returns when gone. */
  void stop(String instanceId);

  /** Cuts the power: SIGKILL to everything on the machine at once; returns when gone. */
  void kill(String instanceId);
}
